import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

/** Parses a page as a browser does; anything a browser would have to forgive is an error here. */
export function readHtml(html: string): HtmlElement {
  const faults: string[] = [];
  const page = parse(html, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code, startLine }) => faults.push(`${code}, line ${startLine}`),
  });
  if (faults.length > 0) throw new Error(faults.join('; '));
  const [root] = listElements(page);
  if (root === undefined) throw new Error('an empty page');
  return root;
}

/** Every element below a node (and itself), in the order they are read. */
export function listElements(node: Node): HtmlElement[] {
  const below = 'childNodes' in node ? node.childNodes.flatMap(listElements) : [];
  return 'tagName' in node ? [node, ...below] : below;
}

/** Every element of one name. */
export function findElements(root: HtmlElement, name: string): HtmlElement[] {
  return listElements(root).filter(({ tagName }) => tagName === name);
}

/** The value of an attribute, or null. */
export function attributeOf({ attrs }: HtmlElement, name: string): string | null {
  return attrs.find((each) => each.name === name)?.value ?? null;
}

/** The text of an element and all in it. */
export function textOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}
