//! The pages and their variables.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Map, Value};

use super::Contract;
use super::shape::{self, Field, Shape};
use crate::view::BriefView;
use crate::view::PageWords;
use crate::view::site::{
    ArchiveView, CorrectionsView, DayView, EntitiesView, EntityPageView, HomeView, MonthView, NotFoundView,
    PageHead, PageView, QuestionPageView, QuestionsView, SearchView, SiteView, SourcePageView, SourcesView,
    StoriesView, StoryPageView, TopicPageView, TopicsView, UnnamedView,
};

/// A page that a template makes.
#[derive(Debug)]
pub struct Kind {
    /// The template.
    pub template: &'static str,
    /// What it can ask for.
    pub variables: Vec<Variable>,
}

/// A variable of a page.
#[derive(Debug, Clone)]
pub struct Variable {
    /// Its name, type and meaning.
    pub field: Field,
    /// Whether every page has it.
    pub common: bool,
}

/// A page before its schemas have been read.
struct Sketch {
    template: &'static str,
    name: &'static str,
    schema: Value,
}

/// Every page, from the views that make them.
fn sketches(generator: &mut SchemaGenerator) -> Vec<Sketch> {
    let mut all = vec![
        sketch::<BriefView<'_>>(generator, "brief.html", "brief"),
        sketch::<BriefView<'_>>(generator, "brief.md", "brief"),
        sketch::<DayView<'_>>(generator, "day.html", "day"),
        sketch::<DayView<'_>>(generator, "day.md", "day"),
    ];
    macro_rules! pages {
        ($($view:ty),+ $(,)?) => {
            $(all.push(sketch::<$view>(generator, <$view>::TEMPLATE, <$view>::NAME));)+
        };
    }
    pages!(
        HomeView<'_>,
        ArchiveView,
        MonthView<'_>,
        StoriesView<'_>,
        StoryPageView<'_>,
        QuestionsView<'_>,
        QuestionPageView<'_>,
        EntitiesView<'_>,
        EntityPageView<'_>,
        TopicsView<'_>,
        TopicPageView<'_>,
        SourcesView<'_>,
        SourcePageView<'_>,
        UnnamedView<'_>,
        CorrectionsView<'_>,
        SearchView,
        NotFoundView,
    );
    all
}

fn sketch<V: JsonSchema>(
    generator: &mut SchemaGenerator,
    template: &'static str,
    name: &'static str,
) -> Sketch {
    Sketch { template, name, schema: generator.subschema_for::<V>().to_value() }
}

/// Reads the schemas of all views.
pub(super) fn contract() -> Contract {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let site = generator.subschema_for::<SiteView>().to_value();
    let page = generator.subschema_for::<PageHead<'_>>().to_value();
    let words = generator.subschema_for::<PageWords>().to_value();
    let sketches = sketches(&mut generator);
    let definitions = generator.take_definitions(true);
    let records = shape::records(&definitions);
    let common = common(&site, &page, &words, &definitions);
    let kinds = sketches.into_iter().map(|sketch| {
        let mut own = shape::field(sketch.name, &sketch.schema, &definitions);
        if let Shape::Record(name) = &own.shape {
            own.doc = records.get(name).map(|record| record.doc.clone()).unwrap_or_default();
        }
        let mut variables = vec![Variable { field: own, common: false }];
        if sketch.template == SearchView::TEMPLATE {
            let field =
                text("script", "The script of the page. Print it with nothing around it but its element.");
            variables.push(Variable { field, common: false });
        }
        variables.extend(common.iter().map(|field| Variable { field: field.clone(), common: true }));
        Kind { template: sketch.template, variables }
    });
    let kinds = kinds.collect();
    Contract { records, kinds }
}

/// What every page has.
fn common(site: &Value, page: &Value, words: &Value, definitions: &Map<String, Value>) -> Vec<Field> {
    let optional = |name: &str, schema: &Value, doc: &str| Field {
        doc: doc.to_owned(),
        optional: true,
        ..shape::field(name, schema, definitions)
    };
    vec![
        optional("page", page, "Where the page stands in the site; absent where it is rendered by itself."),
        optional("site", site, "The site around the page; absent where it is rendered by itself."),
        Field {
            doc: "The words of the page in its language, by the ids of their messages.".to_owned(),
            ..shape::field("words", words, definitions)
        },
        text("style", "The style sheet: the built-in one, and behind it the desk's `theme.css`."),
        text(
            "stylesheet",
            "The file of the site that has the style sheet, from its root: `{{ page.root }}{{ stylesheet }}`. Pages that stand alone have it inside.",
        ),
        text("policy", "The Content-Security-Policy that the page must carry for its style to be applied."),
        Field {
            optional: true,
            ..text("logo", "The desk's logo as a `data:` address; absent where it has none.")
        },
    ]
}

fn text(name: &str, doc: &str) -> Field {
    Field { name: name.to_owned(), doc: doc.to_owned(), shape: Shape::Text, optional: false }
}
