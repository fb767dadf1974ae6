"""All rules, in the order of their codes. The tuple is explicit, so that reading it is enough to know what runs."""

from __future__ import annotations

from doclint.rules.base import Measured, Page, PragmaRule, RemarkRule, Rule, StepRule
from doclint.rules.why101_unexplained_swallow import UnexplainedSwallow
from doclint.rules.why102_broad_fallback import BroadFallback
from doclint.rules.why103_unexplained_threshold import UnexplainedThreshold
from doclint.rules.why104_unexplained_wait import UnexplainedWait
from doclint.rules.why105_unexplained_platform import UnexplainedPlatform
from doclint.rules.why107_unexplained_condition import UnexplainedCondition
from doclint.rules.why108_unexplained_order import UnexplainedOrder
from doclint.rules.why109_unexplained_offset import UnexplainedOffset
from doclint.rules.why110_unexplained_pattern import UnexplainedPattern
from doclint.rules.why111_unexplained_bits import UnexplainedBits
from doclint.rules.why112_private_access import PrivateAccess
from doclint.rules.why113_monkeypatch import Monkeypatch
from doclint.rules.why114_local_import import LocalImport
from doclint.rules.why115_defensive_copy import DefensiveCopy
from doclint.rules.why116_global_state import GlobalState
from doclint.rules.why117_dense_function import DenseFunction
from doclint.rules.why118_module_purpose import ModulePurpose
from doclint.rules.why119_class_purpose import ClassPurpose
from doclint.rules.why120_unexplained_limit import UnexplainedLimit
from doclint.rules.why121_unexplained_weight import UnexplainedWeight
from doclint.rules.why122_unexplained_factor import UnexplainedFactor
from doclint.rules.why123_unexplained_slice import UnexplainedSlice
from doclint.rules.why124_unexplained_lock import UnexplainedLock
from doclint.rules.why125_unexplained_probe import UnexplainedProbe
from doclint.rules.why126_special_case import SpecialCase
from doclint.rules.why127_loop_else import LoopElse
from doclint.rules.why128_narrow_swallow import NarrowSwallow
from doclint.rules.why129_silenced_warning import SilencedWarning
from doclint.rules.why130_unexplained_deletion import UnexplainedDeletion
from doclint.rules.why131_dropped_rows import DroppedRows
from doclint.rules.why132_imputed_values import ImputedValues
from doclint.rules.why133_outlier_limit import OutlierLimit
from doclint.rules.why134_chosen_encoding import ChosenEncoding
from doclint.rules.why135_chosen_features import ChosenFeatures
from doclint.rules.why136_chosen_sample import ChosenSample
from doclint.rules.why137_chosen_join import ChosenJoin
from doclint.rules.why138_model_setting import ModelSetting
from doclint.rules.why139_numeric_mode import NumericMode
from doclint.rules.why141_row_limit import RowLimit
from doclint.rules.why142_decision_threshold import DecisionThreshold
from doclint.rules.why143_class_weight import ClassWeight
from doclint.rules.why144_fixed_seed import FixedSeed
from doclint.rules.why145_chosen_metric import ChosenMetric
from doclint.rules.why146_training_switch import TrainingSwitch
from doclint.rules.why147_filled_number import FilledNumber
from doclint.rules.why148_sample_size import SampleSize
from doclint.rules.why149_cluster_count import ClusterCount
from doclint.rules.why150_swallowed_mistake import SwallowedMistake
from doclint.rules.why151_unexplained_bound import UnexplainedBound
from doclint.rules.why152_unexplained_choice import UnexplainedChoice
from doclint.rules.why201_restated_code import RestatedCode
from doclint.rules.why202_restated_name import RestatedName
from doclint.rules.why203_hollow_reason import HollowReason
from doclint.rules.why204_bare_reference import BareReference
from doclint.rules.why205_narrated_steps import NarratedSteps
from doclint.rules.why301_todo_without_reason import TodoWithoutReason
from doclint.rules.why302_workaround_without_exit import WorkaroundWithoutExit
from doclint.rules.why303_commented_out_code import CommentedOutCode
from doclint.rules.why304_expired_exit import ExpiredExit
from doclint.rules.why401_stale_name import StaleName
from doclint.rules.why501_suppression_without_reason import SuppressionWithoutReason
from doclint.rules.why502_unused_suppression import UnusedSuppression

RULES: tuple[Rule, ...] = (
    UnexplainedSwallow(),
    BroadFallback(),
    UnexplainedThreshold(),
    UnexplainedWait(),
    UnexplainedPlatform(),
    UnexplainedCondition(),
    UnexplainedOrder(),
    UnexplainedOffset(),
    UnexplainedPattern(),
    UnexplainedBits(),
    PrivateAccess(),
    Monkeypatch(),
    LocalImport(),
    DefensiveCopy(),
    GlobalState(),
    DenseFunction(),
    ModulePurpose(),
    ClassPurpose(),
    UnexplainedLimit(),
    UnexplainedWeight(),
    UnexplainedFactor(),
    UnexplainedSlice(),
    UnexplainedLock(),
    UnexplainedProbe(),
    SpecialCase(),
    LoopElse(),
    NarrowSwallow(),
    SilencedWarning(),
    UnexplainedDeletion(),
    DroppedRows(),
    ImputedValues(),
    OutlierLimit(),
    ChosenEncoding(),
    ChosenFeatures(),
    ChosenSample(),
    ChosenJoin(),
    ModelSetting(),
    NumericMode(),
    RowLimit(),
    DecisionThreshold(),
    ClassWeight(),
    FixedSeed(),
    ChosenMetric(),
    TrainingSwitch(),
    FilledNumber(),
    SampleSize(),
    ClusterCount(),
    SwallowedMistake(),
    UnexplainedBound(),
    UnexplainedChoice(),
    RestatedCode(),
    RestatedName(),
    HollowReason(),
    BareReference(),
    NarratedSteps(),
    TodoWithoutReason(),
    WorkaroundWithoutExit(),
    CommentedOutCode(),
    ExpiredExit(),
    StaleName(),
    SuppressionWithoutReason(),
    UnusedSuppression(),
)

__all__ = ["RULES", "Measured", "Page", "PragmaRule", "RemarkRule", "Rule", "StepRule"]
