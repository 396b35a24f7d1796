//! The codes of trouble with reading and understanding a file. A code once given is never reused for something else.
//!
//! A00x: the file. A01x: keys and values. A02x: ids and references. A03x: dates. A04x: other values. A05x: attribution.
//! A06x: Markdown. A07x: the desk. A08x: catalogues of messages. A09x: templates.

use super::{Code, Severity};

macro_rules! codes {
    ($($name:ident = $id:literal, $severity:ident, $title:literal;)+) => {
        $(#[doc = concat!($id, ": ", $title, ".")]
        pub static $name: Code = Code { id: $id, severity: Severity::$severity, title: $title };)+

        /// Every code of this table, in order.
        pub static ALL: &[&Code] = &[$(&$name),+];
    };
}

codes! {
    NOT_UTF8 = "A001", Error, "the file is not UTF-8 text";
    TOO_LARGE = "A002", Error, "the file is too large";
    SYNTAX = "A003", Error, "the file is not YAML";
    EMPTY = "A004", Error, "the file holds no brief";
    UNSUPPORTED = "A005", Error, "a feature of YAML that briefs do without";
    TOO_DEEP = "A006", Error, "values are nested too deeply";
    DUPLICATE_KEY = "A007", Error, "a key is given twice";
    LOST_TEXT = "A008", Error, "text behind a `#` is lost";
    NO_FILE = "A009", Error, "no file where one should be";
    UNKNOWN_KEY = "A010", Error, "a key that briefs do not have";
    MISSING_KEY = "A011", Error, "a required key is missing";
    WRONG_SHAPE = "A012", Error, "a value of another shape is wanted";
    BLANK = "A013", Error, "a value is blank";
    UNKNOWN_WORD = "A014", Error, "a word outside its vocabulary";
    BAD_NUMBER = "A015", Error, "not a number, or out of range";
    SEVERAL_LINES = "A016", Error, "more than one line where one is wanted";
    SCHEMA_VERSION = "A017", Error, "an unknown schema version";
    UNKNOWN_RULE = "A018", Error, "a rule that does not exist";
    NO_ARTICLE = "A019", Error, "the text of the article is not to be had";
    BAD_ID = "A020", Error, "an id in another form";
    DUPLICATE_ID = "A021", Error, "an id is given twice";
    UNKNOWN_REFERENCE = "A022", Error, "a reference to nothing";
    BAD_DATE = "A030", Error, "not a date";
    BAD_URL = "A040", Error, "not a web address";
    BAD_LANG = "A041", Error, "not a language tag";
    OFF_SCALE = "A042", Error, "a likelihood term that is not on the scale";
    NO_SPEAKER = "A050", Error, "a claim without a speaker";
    SPEAKER_OF_OWN_ASSESSMENT = "A051", Error, "our own assessment with another's name on it";
    NOTHING_SAID = "A052", Error, "a position that says nothing";
    NO_DESCRIPTION = "A053", Error, "an anonymous source without a description";
    COUNT_OF_NAMED = "A054", Error, "a count on a source that has a name";
    NO_ANSWER = "A055", Error, "an answered question without its answer";
    TWO_GROUNDS = "A056", Error, "an event with two attributions";
    UNNAMED_ENTITY = "A057", Error, "an unnamed source that is said to be somebody";
    BAD_LINK = "A060", Warning, "a link that will not be followed";
    RAW_HTML = "A061", Warning, "HTML that will be shown as text";
    CONTROL_CHARACTER = "A062", Warning, "an invisible control character";
    TABLE = "A063", Warning, "a table that will be shown as text";
    DUPLICATE_BRIEF = "A070", Error, "two briefs with one id";
    OTHER_NAME = "A071", Error, "settings under another name";
    NO_EFFECT_OF_EDITION = "A072", Warning, "an edition without effect";
    CATALOGUE = "A080", Error, "a message that pages do not have";
    TEMPLATE = "A090", Error, "a template cannot be used";
    BROKEN_LINK = "A091", Warning, "a link of the site leads nowhere";
    UNKNOWN_VARIABLE = "A092", Error, "a variable that templates do not have";
    DROPPED = "A093", Error, "a template drops who said it, or how it may be handled";
    HIDDEN = "A094", Warning, "a template hides what a reader must know";
    UNESCAPED = "A095", Warning, "a text of a brief is printed without escape";
    UNUSED_TEMPLATE = "A096", Warning, "a template that no page is made of";
    UNORDERED = "A097", Warning, "a loop through values that have no order";
    NO_EFFECT = "A098", Warning, "a style or a script that has no effect";
    ALLOWANCE = "A099", Warning, "an allowance that no template needs";
}
