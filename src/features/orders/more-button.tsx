import type { PagesState } from '@/api/use-pages'
import { ordersWords } from '@/locales/zh-CN/orders'
import { Button } from '@/ui/button/button'

/** Reads the next page of a list; nothing at its end. */
export function MoreButton<T>({ pages, words }: { pages: PagesState<T>; words: string }) {
  if (!pages.hasMore) return null
  return (
    <Button kind="soft" busy={pages.loadingMore && ordersWords.loadingMore} onPress={() => void pages.more()}>
      {pages.moreFailure ? ordersWords.moreFailed : words}
    </Button>
  )
}
