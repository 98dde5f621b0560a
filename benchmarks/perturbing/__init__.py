"""Texts whose truth is known, written otherwise without saying anything else: what is read of them must not change."""
