/**
 * Scrolls until the part with this id stands in the middle, once it is drawn and has the focus. Taro's own measures from the
 * nearest positioned element, which is not the page where a part lies in a column.
 */
export const showPart = (id: string) =>
  void setTimeout(() => document.getElementById(id)?.scrollIntoView?.({ block: 'center' }))
