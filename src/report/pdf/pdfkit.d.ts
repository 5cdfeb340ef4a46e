/** What @types/pdfkit 0.17 lacks of pdfkit 0.20. */
import 'pdfkit';

declare global {
  namespace PDFKit {
    namespace Mixins {
      interface StructureElementOptions {
        /** Left, top, right and bottom on the page, in points from its top left corner. */
        bbox?: [number, number, number, number];
        scope?: 'Row' | 'Column' | 'Both';
      }
    }
    interface PDFStructureElement {
      add(child: PDFStructureElement | (() => void)): this;
      end(): void;
      readonly dictionary: { readonly data: Record<string, unknown> };
    }
    interface PDFOutline {
      addItem(title: string, options?: OutlineItemOptions): PDFOutline;
    }
    interface OutlineItemOptions {
      fit?: boolean;
      left?: number;
      top?: number;
      zoom?: number;
      expanded?: boolean;
      pageNumber?: number;
    }
  }
}
