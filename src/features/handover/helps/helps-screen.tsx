import { View } from '@tarojs/components'
import { useCallback } from 'react'
import { call } from '@/api/call'
import { usePages } from '@/api/use-pages'
import type { CentreHelp } from '@/contract/shop/helps'
import { describeFailure } from '@/locales/failure'
import { helpListWords as words } from '@/locales/shop/help'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { go } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { useFlash } from '@/ui/flash/flash'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { StaleNotice } from '@/ui/notice/stale-notice'
import { Page } from '@/ui/page/page'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { HelpCard } from './help-card'
import '../handover.scss'

interface HelpsScreenProps {
  centre: string
  /** The help whose shop is begun in this phone's wizard. */
  draftHelpId: string | undefined
  /** The help has ended: a shop that was begun under it is forgotten. */
  onEnded(help: CentreHelp): void
}

/** The helps of a centre that have not ended: shops that nobody has taken over, and shops that are changed for an hour. */
export function HelpsScreen({ centre, draftHelpId, onEnded }: HelpsScreenProps) {
  const { flash, say } = useFlash()
  const read = useCallback(
    (cursor?: string) =>
      call<'GET /api/centres/:centre/helps'>('GET /api/centres/:centre/helps', {
        params: { centre },
        ...(cursor === undefined ? {} : { query: { cursor } }),
      }),
    [centre],
  )
  const pages = usePages<CentreHelp>(`helps ${centre}`, read)
  const { items, failure, reload, hasMore, loadingMore, more } = pages
  useReturnToPage(() => void reload())

  const list = () => {
    if (!items)
      return failure ? <FailureNotice failure={failure} onRetry={() => void reload()} /> : <Skeleton />
    if (items.length === 0)
      return (
        <Notice icon="check" title={words.empty.title} text={words.empty.text}>
          <Button onPress={() => go(urlOf('help', { centre }))}>{words.empty.open}</Button>
        </Notice>
      )
    return items.map((help) => (
      <HelpCard
        key={help.id}
        help={help}
        now={serverNow()}
        isDraft={help.id === draftHelpId}
        onEnded={() => {
          onEnded(help)
          say(words.ended)
          void reload()
        }}
      />
    ))
  }
  return (
    <Page title={words.title}>
      <View className="handover">
        {items && failure && <StaleNotice>{describeFailure(failure)}</StaleNotice>}
        {list()}
        {hasMore && (
          <Button kind="line" busy={loadingMore && words.moreBusy} onPress={() => void more()}>
            {words.more}
          </Button>
        )}
      </View>
      {flash}
    </Page>
  )
}
