"""The rules, in code order. Listed by hand: a rule that is not here does not run."""

from __future__ import annotations

from types import ModuleType

from . import (
    ask001_hand_in,
    bye001_ask_why,
    bye002_let_go,
    bye003_stay_in_touch,
    fit001_opening_fits,
    mail001_came_back,
    off001_offer_unanswered,
    off002_tell_others,
    off003_withdraw_elsewhere,
    off004_one_opening_or_two,
    ref001_references_short,
    ref002_reference_unbriefed,
    ref003_reference_surprised,
    ref004_reference_silent,
    ref005_reference_worn,
    ref006_reference_untold,
    thx001_thank_you_owed,
    thx002_interviewer_unknown,
    thx003_debrief_missing,
    wait001_ask_when,
    wait002_wait,
    wait003_check_in,
    wait004_answer_owed,
    wait005_let_go,
)

RULES: tuple[ModuleType, ...] = (
    thx001_thank_you_owed,
    thx002_interviewer_unknown,
    thx003_debrief_missing,
    ref001_references_short,
    ref002_reference_unbriefed,
    ref003_reference_surprised,
    ref004_reference_silent,
    ref005_reference_worn,
    ref006_reference_untold,
    wait001_ask_when,
    wait002_wait,
    wait003_check_in,
    wait004_answer_owed,
    wait005_let_go,
    ask001_hand_in,
    off001_offer_unanswered,
    off002_tell_others,
    off003_withdraw_elsewhere,
    off004_one_opening_or_two,
    bye001_ask_why,
    bye002_let_go,
    bye003_stay_in_touch,
    fit001_opening_fits,
    mail001_came_back,
)
