import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useCall } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import { describeFailure } from '@/locales/failure'
import { auditWords as words } from '@/locales/operator/console'
import { momentWords } from '@/locales/time'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useRequest } from '@/platform/network/use-request'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Alert } from '@/ui/text/alert'
import { Texts } from '@/ui/text/texts'

type AuditPage = RouteReply<'GET /api/operator/audit'>
type Entry = AuditPage['items'][number]

/** What operators have done, the newest first. */
export function AuditPanel() {
  const { data, failure, reload } = useCall('GET /api/operator/audit', { query: {} })
  const [older, setOlder] = useState<AuditPage[]>([])
  const more = useRequest()
  if (!data) return failure ? <FailureNotice failure={failure} onRetry={() => void reload()} /> : <Skeleton />
  const pages = [data, ...older]
  const before = pages.at(-1)?.next
  const readMore = async () => {
    const result = await more.send(() =>
      call('GET /api/operator/audit', { query: before === undefined ? {} : { before } }),
    )
    if (result?.ok) setOlder([...older, result.data])
  }
  const entries = pages.flatMap(({ items }) => items)
  if (entries.length === 0) return <Notice icon="clock" {...words.none} />
  return (
    <View className="console__group">
      <Text className="console__fact">{words.lead}</Text>
      <Card>
        <View className="console__part">
          {entries.map((entry) => (
            <View key={entry.number} className="console__lines">
              <Text className="console__text">{`${words.actions[entry.action]} ${words.subject(entry.action, entry.subject)}`}</Text>
              <Texts className="console__fact" texts={linesOf(entry)} />
            </View>
          ))}
        </View>
      </Card>
      <Alert className="console__error">{more.failure && describeFailure(more.failure)}</Alert>
      {before !== undefined && (
        <Button kind="line" busy={more.busy && words.moreBusy} onPress={() => void readMore()}>
          {words.more}
        </Button>
      )}
    </View>
  )
}

const linesOf = ({ number, at, operator, facts }: Entry): string[] => [
  `${number} · ${momentWords(at, serverNow())} · ${operator ?? words.commandLine}`,
  ...facts.map(({ name, value }) => words.fact(name, value, serverNow())),
]
