/** Views of one chart that stand together in a menu. */
export interface ViewGroup {
  heading?: string | undefined;
  views: readonly { slug: string; name: string }[];
}
