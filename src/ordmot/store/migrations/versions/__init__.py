"""The steps, oldest first, each naming the one before it."""
