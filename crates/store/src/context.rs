//! Which list or map key each run belongs to, and so which runs die with a deleted type.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use crate::runs::{NOWHERE, Ptr};
use crate::structs::TypeRef;

/// Roots whose type is known: our own page is a BlockNote document, and content that its fragment
/// cannot show would break every editor. What other roots are, only their users know.
const KNOWN_ROOTS: [(&str, TypeRef); 1] = [("blocknote", TypeRef::XmlFragment)];

/// The parent of a list or map key.
pub(crate) enum Holder {
    Root(Arc<str>),
    Item(Ptr),
}

/// One list or one map key: where struct belongs that name the same parent and key.
pub(crate) struct Context {
    pub(crate) holder: Holder,
    pub(crate) key: Option<Arc<str>>,
    pub(crate) rules: ContextRules,
    /// Where stretches of runs of this context begin; only kept below a type item, which can die.
    starts: Vec<Ptr>,
}

/// What a context asks of its content.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ContextRules {
    /// The type of the parent, where known.
    pub(crate) parent: Option<TypeRef>,
    /// A map key, not a list.
    pub(crate) keyed: bool,
    /// Below a root that our page shows.
    pub(crate) shown: bool,
    /// Types around it.
    pub(crate) depth: usize,
}

/// Contexts of one parent.
struct Children {
    list: u32,
    keys: BTreeMap<Arc<str>, u32>,
}

impl Default for Children {
    fn default() -> Self {
        Self { list: NOWHERE, keys: BTreeMap::new() }
    }
}

impl Children {
    fn find(&self, key: Option<&str>) -> Option<u32> {
        match key {
            None => (self.list != NOWHERE).then_some(self.list),
            Some(key) => self.keys.get(key).copied(),
        }
    }

    fn add(&mut self, key: Option<Arc<str>>, context: u32) {
        match key {
            None => self.list = context,
            Some(key) => _ = self.keys.insert(key, context),
        }
    }
}

/// A context that a struct names: known already, or to be made when the struct is taken.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Spot<'a> {
    Known(u32),
    Root { name: &'a str, key: Option<&'a str> },
    Item { parent: Ptr, key: Option<&'a str>, rules: ContextRules },
}

/// A type, as the parent of others.
pub(crate) struct TypeItem {
    pub(crate) at: Ptr,
    pub(crate) is: Option<TypeRef>,
    /// The context that it belongs to itself.
    pub(crate) within: u32,
}

/// All contexts of a document.
#[derive(Default)]
pub(crate) struct Contexts {
    table: Vec<Context>,
    free: Vec<u32>,
    roots: BTreeMap<Arc<str>, Children>,
    items: HashMap<Ptr, Children>,
}

impl Contexts {
    pub(crate) fn get(&self, context: u32) -> &Context {
        &self.table[context as usize]
    }

    pub(crate) fn in_root<'a>(&self, name: &'a str, key: Option<&'a str>) -> Spot<'a> {
        match self.roots.get(name).and_then(|children| children.find(key)) {
            Some(context) => Spot::Known(context),
            None => Spot::Root { name, key },
        }
    }

    pub(crate) fn in_item<'a>(&self, item: TypeItem, key: Option<&'a str>) -> Spot<'a> {
        let TypeItem { at: parent, is, within } = item;
        match self.items.get(&parent).and_then(|children| children.find(key)) {
            Some(context) => Spot::Known(context),
            None => {
                let ContextRules { depth, shown, .. } = self.get(within).rules;
                let (depth, keyed) = (depth + 1, key.is_some());
                Spot::Item { parent, key, rules: ContextRules { parent: is, keyed, shown, depth } }
            }
        }
    }

    pub(crate) fn rules(&self, spot: &Spot<'_>) -> ContextRules {
        match spot {
            Spot::Known(context) => self.get(*context).rules,
            Spot::Root { name, key } => {
                let parent = KNOWN_ROOTS.iter().find(|root| root.0 == *name).map(|root| root.1);
                ContextRules { parent, keyed: key.is_some(), shown: parent.is_some(), depth: 0 }
            }
            Spot::Item { rules, .. } => *rules,
        }
    }

    /// The context of a spot, made where it is new.
    pub(crate) fn settle(&mut self, spot: Spot<'_>) -> u32 {
        let rules = self.rules(&spot);
        let context = self.free.last().copied().unwrap_or(self.table.len() as u32);
        let (holder, key) = match spot {
            Spot::Known(context) => return context,
            Spot::Root { name, key } => {
                let name: Arc<str> = Arc::from(name);
                let key = key.map(Arc::from);
                self.roots.entry(Arc::clone(&name)).or_default().add(key.clone(), context);
                (Holder::Root(name), key)
            }
            Spot::Item { parent, key, .. } => {
                let key = key.map(Arc::from);
                self.items.entry(parent).or_default().add(key.clone(), context);
                (Holder::Item(parent), key)
            }
        };
        let made = Context { holder, key, rules, starts: Vec::new() };
        // The place of a dead one: else making and deleting types would fill the table.
        if self.free.pop().is_some() {
            self.table[context as usize] = made;
        } else {
            self.table.push(made);
        }
        context
    }

    /// A run of `context` begins at `start`, and the run before it belongs elsewhere.
    pub(crate) fn begins(&mut self, context: u32, start: Ptr) {
        let context = &mut self.table[context as usize];
        // A root never dies, so nobody asks what hangs below it.
        if matches!(context.holder, Holder::Item(_)) {
            context.starts.push(start);
        }
    }

    /// Takes the contexts below a dead type out of reach; returns where their runs are. When none of
    /// these is left, the contexts are [freed](Self::free).
    pub(crate) fn die(&mut self, parent: Ptr) -> Vec<(u32, Vec<Ptr>)> {
        let Some(children) = self.items.remove(&parent) else { return Vec::new() };
        let list = Some(children.list).filter(|list| *list != NOWHERE);
        let dead = list.into_iter().chain(children.keys.into_values());
        dead.map(|context| (context, std::mem::take(&mut self.table[context as usize].starts)))
            .collect()
    }

    /// Forgets a context that no run belongs to.
    pub(crate) fn free(&mut self, context: u32) {
        self.table[context as usize].key = None;
        self.free.push(context);
    }
}
