"""The two judgements of the rubric, pure: does a step need a reason, and does a text give one."""
