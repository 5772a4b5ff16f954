import type { PagesState } from '@/api/use-pages'
import { ordersWords } from '@/locales/order/orders'
import { Button } from '@/ui/button/button'

/** Loads the next page of a list; renders nothing on the last page. */
export function MoreButton<T>({ pages, words }: { pages: PagesState<T>; words: string }) {
  if (!pages.hasMore) return null
  return (
    <Button kind="soft" busy={pages.loadingMore && ordersWords.loadingMore} onPress={() => void pages.more()}>
      {pages.moreFailure ? ordersWords.moreFailed : words}
    </Button>
  )
}
