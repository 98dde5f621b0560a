"""The money of one project, reckoned over its whole report: what was planned, what was paid, what is left, and at which rate.

Belongs here: finding the amounts that have such a part to play, proving by arithmetic which of them are of the whole project.
Does not belong here: amounts with a label of their own (``prose``), forms of projects (``forms``), patterns (``words``).
"""
