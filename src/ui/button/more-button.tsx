import { Button } from './button'

interface MoreButtonProps {
  pages: { hasMore: boolean; loadingMore: boolean; moreFailure?: unknown; more(): Promise<void> }
  words: { more: string; loadingMore: string; moreFailed: string }
  size?: 'small'
}

/** Loads the next page of a list; renders nothing on the last page. */
export function MoreButton({ pages, words, size }: MoreButtonProps) {
  if (!pages.hasMore) return null
  return (
    <Button
      kind="soft"
      {...(size && { size })}
      busy={pages.loadingMore && words.loadingMore}
      onPress={() => void pages.more()}
    >
      {pages.moreFailure ? words.moreFailed : words.more}
    </Button>
  )
}
