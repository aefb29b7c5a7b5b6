//! Which rules are on, how bad their findings are, and which of them fail a run.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use kuliah_source::{Diagnostic, RuleId, Severity};
use schemars::JsonSchema;
use serde::Deserialize;

use super::{RULES, Rule, nearest, rule};

/// How bad the findings of a rule are, or that there are none.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Nothing is reported.
    Off,
    /// Worth knowing.
    Info,
    /// Should be fixed.
    Warning,
    /// Must be fixed; nothing is exported.
    Error,
}

impl Level {
    /// The severity; `None` when nothing is reported.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Info => Some(Severity::Info),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }
}

impl FromStr for Level {
    type Err = ();

    /// Reads `off`, `info`, `warning` or `error`.
    fn from_str(name: &str) -> Result<Self, ()> {
        match name {
            "off" => Ok(Self::Off),
            "info" => Ok(Self::Info),
            "warning" => Ok(Self::Warning),
            "error" => Ok(Self::Error),
            _ => Err(()),
        }
    }
}

/// Some of the rules: all of them, a group, or one.
///
/// The narrower of two selectors decides, so they are ordered from wide to narrow.
#[derive(Debug, Copy, Clone, Eq, PartialEq, Ord, PartialOrd)]
pub enum Selector {
    /// Every rule.
    All,
    /// The rules whose names begin with this word.
    Group(&'static str),
    /// One rule.
    Rule(RuleId),
}

impl Selector {
    /// The rules it stands for.
    pub fn rules(self) -> impl Iterator<Item = &'static Rule> {
        let is_meant = move |rule: &&'static Rule| match self {
            Self::All => true,
            Self::Group(group) => rule.id().group() == group,
            Self::Rule(id) => rule.id() == id,
        };
        RULES.iter().copied().filter(is_meant)
    }

    /// Refuses what names nothing but rules that must stay as they are.
    fn may_be_lowered(self) -> Result<(), PolicyError> {
        if self.rules().all(|rule| rule.proof) {
            return Err(PolicyError::Proof(self));
        }
        Ok(())
    }
}

impl fmt::Display for Selector {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::All => "all",
            Self::Group(group) => group,
            Self::Rule(id) => id.as_str(),
        })
    }
}

impl FromStr for Selector {
    type Err = PolicyError;

    /// Reads `all`, the name of a group, or `group/name`.
    fn from_str(name: &str) -> Result<Self, PolicyError> {
        if name == "all" {
            return Ok(Self::All);
        }
        if let Some(rule) = rule(name) {
            return Ok(Self::Rule(rule.id()));
        }
        let groups: BTreeSet<_> = RULES.iter().map(|rule| rule.id().group()).collect();
        if let Some(group) = groups.get(name) {
            return Ok(Self::Group(group));
        }
        let names = RULES.iter().map(|rule| rule.name).chain(groups);
        Err(PolicyError::Unknown {
            name: name.to_owned(),
            near: nearest_rule(name, names),
        })
    }
}

/// The name that was most likely meant; of `group/name`, half may be right.
pub(crate) fn nearest_rule(
    name: &str,
    names: impl Iterator<Item = &'static str>,
) -> Option<&'static str> {
    let names: Vec<_> = names.collect();
    // The second half says more than the first, which many names share.
    let half = |it: &'static str| it.split_once('/').map_or(it, |(_, half)| half);
    let wanted = name.rsplit('/').next().unwrap_or(name);
    let near = nearest(wanted, names.iter().map(|it| half(it)))?;
    names.into_iter().find(|it| half(it) == near)
}

/// Why a wish about rules cannot be granted.
#[derive(Debug, Clone, Eq, PartialEq)]
#[non_exhaustive]
pub enum PolicyError {
    /// No rule and no group has the name.
    Unknown {
        /// The name.
        name: String,
        /// The name that was most likely meant.
        near: Option<&'static str>,
    },
    /// Exports rely on these rules: they can be neither lowered nor ignored.
    Proof(Selector),
}

impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown {
                name,
                near: Some(near),
            } => {
                write!(f, "there is no rule `{name}`; did you mean `{near}`?")
            }
            Self::Unknown { name, near: None } => write!(f, "there is no rule `{name}`"),
            Self::Proof(selector) => write!(f, "`{selector}` is always on and always an error"),
        }
    }
}

impl std::error::Error for PolicyError {}

/// Wishes about rules from one place: a configuration, one of its entries, or a command line.
#[derive(Debug, Clone, Default, Eq, PartialEq)]
pub struct Selection {
    select: Vec<Selector>,
    ignore: Vec<Selector>,
    severity: Vec<(Selector, Level)>,
}

impl Selection {
    /// Only what is selected is on; with nothing selected, what was on stays on.
    pub fn select(&mut self, selector: Selector) {
        self.select.push(selector);
    }

    /// Turns rules off, unless a narrower selector selects them.
    ///
    /// # Errors
    ///
    /// [`PolicyError::Proof`] when the selector stands for nothing else; of a wider one, the
    /// rules that must stay on stay on.
    pub fn ignore(&mut self, selector: Selector) -> Result<(), PolicyError> {
        selector.may_be_lowered()?;
        self.ignore.push(selector);
        Ok(())
    }

    /// Says how bad findings are.
    ///
    /// # Errors
    ///
    /// [`PolicyError::Proof`] when it would lower nothing but rules that must stay errors.
    pub fn severity(&mut self, selector: Selector, level: Level) -> Result<(), PolicyError> {
        if level != Level::Error {
            selector.may_be_lowered()?;
        }
        self.severity.push((selector, level));
        Ok(())
    }
}

/// Which rules are on, how bad their findings are, and which of them fail a run.
///
/// Rules that exports rely on ([`Rule::proof`]) are always on, and always errors.
#[derive(Debug, Clone, Eq, PartialEq)]
pub struct Policy {
    off: BTreeSet<RuleId>,
    levels: BTreeMap<RuleId, Level>,
    fail_on: Severity,
}

impl Default for Policy {
    /// Every rule is on, and errors fail a run.
    fn default() -> Self {
        Self {
            off: BTreeSet::new(),
            levels: BTreeMap::new(),
            fail_on: Severity::Error,
        }
    }
}

impl Policy {
    /// The policy with more wishes granted; later ones win.
    #[must_use]
    pub fn with(mut self, wishes: &Selection) -> Self {
        if !wishes.select.is_empty() {
            self.off = Selector::All.rules().map(Rule::id).collect();
        }
        let select = wishes.select.iter().map(|&it| (it, true));
        let ignore = wishes.ignore.iter().map(|&it| (it, false));
        let mut switches: Vec<_> = select.chain(ignore).collect();
        // From wide to narrow; of two as wide, the one that ignores comes last.
        switches.sort_by_key(|&(selector, on)| (selector, !on));
        for (selector, on) in switches {
            self.switch(selector, on);
        }
        let mut severity = wishes.severity.clone();
        severity.sort_by_key(|&(selector, _)| selector);
        for (selector, level) in severity {
            self.set(selector, level);
        }
        self
    }

    /// Sets from which severity on findings fail a run.
    #[must_use]
    pub fn fail_on(mut self, severity: Severity) -> Self {
        self.fail_on = severity;
        self
    }

    fn switch(&mut self, selector: Selector, on: bool) {
        for rule in selector.rules() {
            if on {
                self.off.remove(&rule.id());
            } else {
                self.off.insert(rule.id());
            }
        }
    }

    fn set(&mut self, selector: Selector, level: Level) {
        let rules = selector.rules();
        self.levels.extend(rules.map(|rule| (rule.id(), level)));
    }

    /// Whether a rule is on.
    pub fn is_on(&self, rule: &Rule) -> bool {
        let level = self.levels.get(&rule.id());
        let is_off = self.off.contains(&rule.id()) || level == Some(&Level::Off);
        rule.proof || !is_off
    }

    /// How bad a finding is; `None` when its rule is off.
    pub fn severity_of(&self, finding: &Diagnostic) -> Option<Severity> {
        let Some(rule) = rule(finding.rule.as_str()) else {
            return Some(finding.severity);
        };
        if rule.proof {
            return Some(finding.severity);
        }
        if !self.is_on(rule) {
            return None;
        }
        let level = self.levels.get(&finding.rule);
        level.map_or(Some(finding.severity), |it| it.severity())
    }

    /// Whether findings fail a run: one is at least as bad as the policy allows.
    pub fn fails(&self, findings: &[Diagnostic]) -> bool {
        findings.iter().any(|it| it.severity >= self.fail_on)
    }
}

#[cfg(test)]
mod tests {
    use kuliah_source::{Message, Span};

    use super::*;

    fn selector(name: &str) -> Selector {
        name.parse().expect("a rule or group")
    }

    fn severity(policy: &Policy, name: &str) -> Option<Severity> {
        let rule = rule(name).expect("a rule");
        let message = Message::new(rule.name);
        let finding = Diagnostic::new(rule.id(), rule.severity, Span::DETACHED, message);
        policy.severity_of(&finding)
    }

    const UNCITED: &str = "citation/uncited-reference";
    const UNKNOWN: &str = "citation/unknown-key";
    const EMPTY: &str = "structure/empty-section";
    const COUNT: &str = "structure/announced-count";

    #[test]
    fn by_default_every_rule_is_on() {
        let policy = Policy::default();
        for rule in RULES {
            assert_eq!(severity(&policy, rule.name), Some(rule.severity));
        }
        assert!(!policy.fails(&[]));
    }

    #[test]
    fn only_what_is_selected_is_on_and_what_exports_rely_on() {
        let mut wishes = Selection::default();
        wishes.select(selector("structure"));
        let policy = Policy::default().with(&wishes);
        assert_eq!(severity(&policy, EMPTY), Some(Severity::Warning));
        assert_eq!(severity(&policy, UNCITED), None);
        assert_eq!(severity(&policy, UNKNOWN), Some(Severity::Error));
    }

    #[test]
    fn the_narrower_selector_decides() {
        let mut wishes = Selection::default();
        wishes.select(Selector::All);
        wishes.select(selector(EMPTY));
        wishes
            .ignore(selector("structure"))
            .expect("may be ignored");
        wishes.ignore(selector(UNCITED)).expect("may be ignored");
        let policy = Policy::default().with(&wishes);
        assert_eq!(severity(&policy, EMPTY), Some(Severity::Warning));
        assert_eq!(severity(&policy, COUNT), None);
        assert_eq!(severity(&policy, UNCITED), None);
    }

    #[test]
    fn severities_are_lowered_raised_and_turned_off() {
        let mut wishes = Selection::default();
        for (name, level) in [(COUNT, Level::Info), ("structure", Level::Error)] {
            wishes.severity(selector(name), level).expect("may be set");
        }
        wishes
            .severity(selector(UNCITED), Level::Off)
            .expect("may be off");
        let policy = Policy::default().with(&wishes);
        assert_eq!(severity(&policy, COUNT), Some(Severity::Info));
        assert_eq!(severity(&policy, EMPTY), Some(Severity::Error));
        assert_eq!(severity(&policy, UNCITED), None);
    }

    #[test]
    fn what_exports_rely_on_stays_as_it_is() {
        let mut wishes = Selection::default();
        let proof = selector(UNKNOWN);
        assert_eq!(wishes.ignore(proof), Err(PolicyError::Proof(proof)));
        let lowered = wishes.severity(proof, Level::Warning);
        assert_eq!(lowered, Err(PolicyError::Proof(proof)));
        assert_eq!(wishes.severity(proof, Level::Error), Ok(()));
        assert_eq!(wishes.ignore(selector("citation")), Ok(()));
        let policy = Policy::default().with(&wishes);
        assert_eq!(severity(&policy, UNKNOWN), Some(Severity::Error));
        assert_eq!(severity(&policy, UNCITED), None);
    }

    #[test]
    fn a_later_layer_wins() {
        let mut first = Selection::default();
        first.ignore(selector(UNCITED)).expect("may be ignored");
        let mut second = Selection::default();
        second.select(selector("citation"));
        let policy = Policy::default().with(&first).with(&second);
        assert_eq!(severity(&policy, UNCITED), Some(Severity::Warning));
        assert_eq!(severity(&policy, EMPTY), None);

        let mut third = Selection::default();
        third
            .severity(selector(UNCITED), Level::Off)
            .expect("may be off");
        let off = policy.with(&third);
        assert_eq!(severity(&off, UNCITED), None);
        let mut fourth = Selection::default();
        fourth
            .severity(selector(UNCITED), Level::Info)
            .expect("may be set");
        assert_eq!(severity(&off.with(&fourth), UNCITED), Some(Severity::Info));
    }

    #[test]
    fn a_misspelt_rule_is_told_from_a_missing_one() {
        let near = |name: &str| match name.parse::<Selector>() {
            Err(PolicyError::Unknown { near, .. }) => near,
            other => panic!("{other:?}"),
        };
        assert_eq!(near("citation/uncited-refrence"), Some(UNCITED));
        assert_eq!(near("structure/uncited-reference"), Some(UNCITED));
        assert_eq!(near("empty-section"), Some(EMPTY));
        assert_eq!(near("citations"), Some("citation"));
        assert_eq!(near("xyz/qqqq"), None);
    }

    #[test]
    fn a_run_fails_from_the_severity_that_is_asked_for() {
        let rule = rule(EMPTY).expect("a rule");
        let message = Message::new(rule.name);
        let findings = [Diagnostic::new(
            rule.id(),
            rule.severity,
            Span::DETACHED,
            message,
        )];
        assert!(!Policy::default().fails(&findings));
        assert!(
            Policy::default()
                .fail_on(Severity::Warning)
                .fails(&findings)
        );
    }

    #[test]
    fn levels_have_names() {
        for (name, level) in [
            ("off", Ok(Level::Off)),
            ("info", Ok(Level::Info)),
            ("warning", Ok(Level::Warning)),
            ("error", Ok(Level::Error)),
            ("fatal", Err(())),
        ] {
            assert_eq!(name.parse(), level, "{name}");
        }
    }
}
