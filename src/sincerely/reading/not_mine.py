"""Mail about hiring that is not the candidate's: somebody else applies, and its reader is to speak for them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_REFEREES = r"(?:referees?|references?|referenz(?:geber(?:in)?|person)?|référent|référente|référence|répondante?)\b"
_AS_REFEREE = (
    r"(?:as|als|comme|en tant que) (?:one of )?(?:(?:a|an|the|her|his|their|my|our|eine?|einen|une?|la|le|sa|son|ma|mon) )?"
    rf"(?:(?:professional|personal|character|clinical|second|third) )?{_REFEREES}"
)
# Whom an employer asks for names reads "you named her as a referee"; here it is "you" who are named.
_NAMED = (
    rf"\b(?<!from )(?<!of )(?:you|your name|your details|dich|sie|ihren namen|deinen namen) (?:down |forward )?{_AS_REFEREE}"
    rf"|\b(?:te|t'|(?<!pouvez )(?<!pourriez )vous(?! nous)|votre nom) ?(?:a |ai |avez été |as été |a été )?(?:\w+ ){{0,2}}{_AS_REFEREE}"
)
# "Would you be a referee on Saturdays" is a job at a football club.
_BE_ONE = (
    r"\b(?:can|could|would|will) you (?:please |kindly |possibly |maybe |mind |be (?:willing|happy|able|prepared) to )?(?:be|being|act as|acting as) "
    r"(?:(?:my|her|his) (?:\w+ )?(?:referee|reference)\b|(?:a|one of my) (?:\w+ )?(?:referees?|references?) for (?:me|my|her|him)\b)"
    r"|\b(?:kannst|könntest|würdest|magst) du (?:bitte )?(?:\w+ ){0,2}(?:meine|seine|ihre) referenz (?:sein|machen|werden)\b"
    r"|\b(?:peux|pourrais|pourriez|pouvez) (?:tu |vous )être (?:ma référence|mon référent|ma référente)\b"
)
_TO_REFEREE = re.compile(f"{_NAMED}|{_BE_ONE}")


def is_to_referee(said: Sequence[str]) -> bool:
    """Whether a mail takes its reader for a referee of somebody who applies.

    Args:
        said: its sentences, in plain words.
    """
    return any(_TO_REFEREE.search(sentence) for sentence in said)
