import type { PagesState } from '@/api/use-pages'
import { Button } from '@/ui/button/button'
import { ordersWords } from '@/words/zh/orders'

/** The way to older ones; nothing where there are none. */
export function MoreButton<T>({ pages }: { pages: PagesState<T> }) {
  if (!pages.hasMore) return null
  return (
    <Button kind="soft" busy={pages.loadingMore && ordersWords.loadingMore} onPress={() => void pages.more()}>
      {pages.moreFailure ? ordersWords.moreFailed : ordersWords.more}
    </Button>
  )
}
