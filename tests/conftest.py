"""What holds for every test."""

from hypothesis import settings

# The first example of a property may have to load the word lists, which takes as long as it takes.
settings.register_profile("calm", deadline=None)
settings.load_profile("calm")
