//! HTML as the tree that browsers make of it, read by their rules.

use std::borrow::Cow;
use std::cell::RefCell;
use std::rc::Rc;

use html5ever::tendril::{StrTendril, TendrilSink as _};
use html5ever::tree_builder::{ElementFlags, NodeOrText, QuirksMode, TreeBuilderOpts, TreeSink};
use html5ever::{Attribute, ParseOpts, QualName, local_name, ns, parse_document};

/// A node's place in its tree.
pub(super) type NodeId = usize;

/// The tree's root.
const DOCUMENT: NodeId = 0;

#[derive(Debug, Default)]
struct Node {
    parent: Option<NodeId>,
    children: Vec<NodeId>,
    /// An element's name, as it stands in HTML; empty for what is none, or of another language.
    name: String,
    attributes: Vec<Attribute>,
    text: Option<String>,
}

/// A document that nothing loads or runs for.
#[derive(Debug, Default)]
pub(super) struct Dom {
    nodes: Vec<Node>,
}

impl Dom {
    /// Reads a page, or a part of one.
    pub(super) fn read(html: &str) -> Self {
        let tree_builder =
            TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
        let options = ParseOpts { tree_builder, ..ParseOpts::default() };
        parse_document(DomMaker::default(), options).one(StrTendril::from_slice(html))
    }

    /// Where the text of a page stands.
    pub(super) fn body(&self) -> Option<NodeId> {
        let html = self.child(DOCUMENT, "html")?;
        self.child(html, "body")
    }

    /// The first child that is such an element.
    pub(super) fn child(&self, of: NodeId, name: &str) -> Option<NodeId> {
        self.children(of).iter().copied().find(|child| self.name(*child) == name)
    }

    pub(super) fn children(&self, of: NodeId) -> &[NodeId] {
        &self.nodes[of].children
    }

    /// The children that are elements.
    pub(super) fn elements(&self, of: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        self.children(of).iter().copied().filter(|child| !self.name(*child).is_empty())
    }

    pub(super) fn parent(&self, of: NodeId) -> Option<NodeId> {
        self.nodes[of].parent
    }

    /// An element's name in small letters; empty for other nodes.
    pub(super) fn name(&self, of: NodeId) -> &str {
        &self.nodes[of].name
    }

    /// What a node of text says.
    pub(super) fn text(&self, of: NodeId) -> Option<&str> {
        self.nodes[of].text.as_deref()
    }

    pub(super) fn attribute(&self, of: NodeId, name: &str) -> Option<&str> {
        let attributes = &self.nodes[of].attributes;
        attributes.iter().find(|one| &*one.name.local == name).map(|one| &*one.value)
    }

    pub(super) fn has(&self, of: NodeId, name: &str) -> bool {
        self.attribute(of, name).is_some()
    }

    pub(super) fn has_class(&self, of: NodeId, class: &str) -> bool {
        let classes = self.attribute(of, "class").unwrap_or_default();
        classes.split_ascii_whitespace().any(|one| one == class)
    }

    /// All nodes in a node, in their order.
    pub(super) fn inside(&self, of: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let mut open: Vec<NodeId> = self.children(of).iter().rev().copied().collect();
        std::iter::from_fn(move || {
            let next = open.pop()?;
            open.extend(self.children(next).iter().rev());
            Some(next)
        })
    }

    /// Whether a node or what it stands in has this attribute.
    pub(super) fn stands_in(&self, node: NodeId, attribute: &str) -> bool {
        let mut up = std::iter::successors(Some(node), |node| self.parent(*node));
        up.any(|node| self.has(node, attribute))
    }

    /// All letters in a node.
    pub(super) fn letters(&self, of: NodeId) -> String {
        self.inside(of).filter_map(|node| self.text(node)).collect()
    }

    fn add(&mut self, node: Node) -> NodeId {
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    fn detach(&mut self, node: NodeId) {
        let Some(parent) = self.nodes[node].parent.take() else { return };
        let among = &mut self.nodes[parent].children;
        if let Some(at) = among.iter().rposition(|child| *child == node) {
            among.remove(at);
        }
    }

    /// Puts something among the children of a node. Text goes on with the text before it.
    fn put(&mut self, parent: NodeId, at: usize, child: NodeOrText<Handle>) {
        let id = match child {
            NodeOrText::AppendNode(handle) => handle.id,
            NodeOrText::AppendText(text) => {
                let before = at.checked_sub(1).map(|at| self.nodes[parent].children[at]);
                let before = before.and_then(|before| self.nodes[before].text.as_mut());
                if let Some(before) = before {
                    before.push_str(&text);
                    return;
                }
                self.add(Node { text: Some(text.to_string()), ..Node::default() })
            }
        };
        self.nodes[id].parent = Some(parent);
        self.nodes[parent].children.insert(at, id);
    }
}

/// A node, as its parser holds it.
#[derive(Clone, Debug)]
struct Handle {
    id: NodeId,
    name: Rc<QualName>,
}

impl Handle {
    fn new(id: NodeId, name: QualName) -> Self {
        Self { id, name: Rc::new(name) }
    }
}

fn no_name() -> QualName {
    QualName::new(None, ns!(), local_name!(""))
}

/// Where the parser puts what it finds.
#[derive(Debug)]
struct DomMaker(RefCell<Dom>);

impl Default for DomMaker {
    fn default() -> Self {
        Self(RefCell::new(Dom { nodes: vec![Node::default()] }))
    }
}

impl TreeSink for DomMaker {
    type Handle = Handle;
    type Output = Dom;
    type ElemName<'a> = &'a QualName;

    fn finish(self) -> Dom {
        self.0.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle::new(DOCUMENT, no_name())
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> &'a QualName {
        &target.name
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        _: ElementFlags,
    ) -> Handle {
        let is_known = name.ns == ns!(html) || name.local == local_name!("svg");
        let own = if is_known { name.local.to_string() } else { String::new() };
        let id = self.0.borrow_mut().add(Node { name: own, attributes, ..Node::default() });
        Handle::new(id, name)
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        Handle::new(self.0.borrow_mut().add(Node::default()), no_name())
    }

    fn create_pi(&self, _: StrTendril, data: StrTendril) -> Handle {
        self.create_comment(data)
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        let mut dom = self.0.borrow_mut();
        let at = dom.nodes[parent.id].children.len();
        dom.put(parent.id, at, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        before: &Handle,
        child: NodeOrText<Handle>,
    ) {
        let has_parent = self.0.borrow().nodes[element.id].parent.is_some();
        if has_parent {
            self.append_before_sibling(element, child);
        } else {
            self.append(before, child);
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// What stands in a template is none of the page.
    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, a: &Handle, b: &Handle) -> bool {
        a.id == b.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let mut dom = self.0.borrow_mut();
        if let NodeOrText::AppendNode(node) = &child {
            dom.detach(node.id);
        }
        let Some(parent) = dom.nodes[sibling.id].parent else { return };
        let among = &dom.nodes[parent].children;
        let at = among.iter().rposition(|child| *child == sibling.id).unwrap_or(among.len());
        dom.put(parent, at, child);
    }

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        let mut dom = self.0.borrow_mut();
        let own = &mut dom.nodes[target.id].attributes;
        for one in attributes {
            if own.iter().all(|known| known.name != one.name) {
                own.push(one);
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.0.borrow_mut().detach(target.id);
    }

    fn reparent_children(&self, node: &Handle, parent: &Handle) {
        let mut dom = self.0.borrow_mut();
        let moved = std::mem::take(&mut dom.nodes[node.id].children);
        for child in &moved {
            dom.nodes[*child].parent = Some(parent.id);
        }
        dom.nodes[parent.id].children.extend(moved);
    }
}
