"""What holds for every test; nothing else belongs here."""

from hypothesis import settings

# A loaded machine is no defect: time is measured in benchmarks.
settings.register_profile("jihe", deadline=None)
settings.load_profile("jihe")
