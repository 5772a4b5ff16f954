/** How a link is passed on here. */
export interface Share {
  /** WeChat passes on a page by its own button (`openType="share"`) and nothing else. */
  readonly byButton: boolean
  /** Whether the phone has a sheet of apps to share to; elsewhere the link is copied. */
  readonly hasSheet: boolean
  /** Passes the link on, or copies it where nothing can take it. */
  link(title: string, url: string): Promise<'shared' | 'copied' | 'cancelled' | 'failed'>
}
