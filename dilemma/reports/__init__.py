"""All words: results become blocks or records here, and blocks become text for a medium."""
