"""Views of a document: of a perspective and flags (`view`), and of people, each in a file of its own."""
