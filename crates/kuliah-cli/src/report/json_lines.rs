//! One finding a line, each a JSON object, for programs that read as they go.

use super::escape_json;
use super::finding::Finding;

/// The findings, one a line.
///
/// # Errors
///
/// When one cannot be written as JSON.
pub(super) fn report(findings: &[Finding]) -> anyhow::Result<String> {
    let mut out = String::new();
    for finding in findings {
        out.push_str(&escape_json(&serde_json::to_string(finding)?));
        out.push('\n');
    }
    Ok(out)
}
