"""What tests share: random scenarios, samples, the judgements of every theory, pictures."""
