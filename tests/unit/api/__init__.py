"""The functions of `import dilemma` and what they return."""
