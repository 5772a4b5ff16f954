import { Text, View } from '@tarojs/components'
import { useCallback } from 'react'
import { call } from '@/api/call'
import { usePages } from '@/api/use-pages'
import type { HelpStep } from '@/contract/shop/helps'
import type { Id } from '@/domain/id'
import { helpLogWords as words } from '@/locales/shop/help'
import { momentWords } from '@/locales/time'
import { aria } from '@/platform/a11y/aria'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useReturnToPage } from '@/platform/lifecycle/use-page-visibility'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Heading } from '@/ui/text/heading'
import { groupSteps } from './group-steps'

/** The actions of helpers in the shop, newest first: who, when, and what. */
export function HelpSteps({ shopId }: { shopId: Id }) {
  const read = useCallback(
    (cursor?: string) =>
      call<'GET /api/shops/:shopId/help-steps'>('GET /api/shops/:shopId/help-steps', {
        params: { shopId },
        ...(cursor === undefined ? {} : { query: { cursor } }),
      }),
    [shopId],
  )
  const { items, failure, reload, hasMore, loadingMore, more } = usePages<HelpStep>(`help ${shopId}`, read)
  useReturnToPage(() => void reload())
  // the card above says why the shop cannot be read
  if (!items)
    return failure && failure.code !== 'not-found' ? (
      <FailureNotice failure={failure} onRetry={() => void reload()} />
    ) : null
  return (
    <Card>
      <View className="handover__group">
        <Heading className="handover__strong">{words.steps}</Heading>
        {items.length === 0 && <Text className="handover__note">{words.noSteps}</Text>}
        <View className="handover__group" {...aria({ role: 'list' })}>
          {groupSteps(items).map((step) => (
            <View key={step.id} className="handover__words" {...aria({ role: 'listitem' })}>
              <Text>
                {words.action(step.action, step.about)}
                {step.count > 1 && words.times(step.count)}
              </Text>
              <Text className="handover__note">
                {momentWords(step.at, serverNow())} · {words.who(step.centre.name, step.helper)}
                {!step.isDone && ` · ${words.unsure}`}
              </Text>
            </View>
          ))}
        </View>
        {hasMore && (
          <Button kind="line" busy={loadingMore && words.moreBusy} onPress={() => void more()}>
            {words.more}
          </Button>
        )}
      </View>
    </Card>
  )
}
