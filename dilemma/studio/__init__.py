"""The studio: a static site on which this program runs in the browser, to write and weigh dilemmas."""
