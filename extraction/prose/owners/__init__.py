"""Whose an amount or a person is: the department's, a unit's, a project's, one fund's. Not here: which thing a name means (``names``)."""
