import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useCall } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import { describeFailure } from '@/locales/failure'
import { wavesWords as words } from '@/locales/operator/console'
import { agoWords } from '@/locales/time'
import { newId } from '@/platform/device/new-id'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useRequest } from '@/platform/network/use-request'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { Notice } from '@/ui/notice/notice'
import { AskSheet } from '@/ui/sheet/ask-sheet'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { ReasonSheet } from '../reason-sheet'

type Wave = RouteReply<'GET /api/operator/waves'>['items'][number]

/** Shops that were opened from one network, which are blocked and unblocked as one. */
export function WavesPanel() {
  const { data, failure, reload } = useCall('GET /api/operator/waves', {})
  if (!data) return failure ? <FailureNotice failure={failure} onRetry={() => void reload()} /> : <Skeleton />
  if (data.items.length === 0) return <Notice icon="check" {...words.none} />
  return (
    <View className="console__group">
      <Text className="console__fact">{words.lead}</Text>
      {data.items.map((wave) => (
        <WaveCard key={wave.near} wave={wave} onChanged={() => void reload()} />
      ))}
    </View>
  )
}

/** The id of a wave that is being blocked stays the same until it is blocked, so that a repeated request goes on with it. */
function WaveCard({ wave, onChanged }: { wave: Wave; onChanged(): void }) {
  const [waveId, setWaveId] = useState(newId)
  const [sheet, setSheet] = useState<'block' | 'undo'>()
  const { busy, failure, send } = useRequest()
  const { near, shops, blocked, trusted, names, blockedBy } = wave
  const finish = () => {
    setSheet(undefined)
    setWaveId(newId())
    onChanged()
  }
  const undo = async (id: string) => {
    const params = { near, waveId: id }
    const result = await send(() => call('DELETE /api/operator/waves/:near/blocks/:waveId', { params }))
    if (result?.ok) finish()
  }
  return (
    <Card>
      <View className="console__part">
        <Heading className="console__title">{words.shops(shops, blocked)}</Heading>
        <Text className="console__text">{words.names(names, shops)}</Text>
        <Text className="console__fact">
          {words.between(agoWords(wave.firstAt, serverNow()), agoWords(wave.lastAt, serverNow()))}
        </Text>
        {trusted > 0 && <Text className="console__fact">{words.trusted(trusted)}</Text>}
        <Alert className="console__error">{failure && describeFailure(failure)}</Alert>
        <View className="console__answers">
          {blocked + trusted < shops && (
            <Button kind="bad" size="small" onPress={() => setSheet('block')}>
              {words.block}
            </Button>
          )}
          {blockedBy && (
            <Button kind="soft" size="small" onPress={() => setSheet('undo')}>
              {words.undo}
            </Button>
          )}
        </View>
      </View>
      {sheet === 'block' && (
        <ReasonSheet
          title={words.sheet.title(shops - blocked - trusted)}
          labels={words.sheet}
          missing={words.sheet.missing}
          yes={words.sheet.yes}
          yesKind="bad"
          busy={words.sheet.busy}
          onClose={() => setSheet(undefined)}
          onSend={(body) =>
            call('PUT /api/operator/waves/:near/blocks/:waveId', { params: { near, waveId }, body })
          }
          onSent={finish}
        />
      )}
      {sheet === 'undo' && blockedBy && (
        <AskSheet
          title={words.undoSheet.title}
          text={words.undoSheet.text}
          no={words.undoSheet.no}
          yes={words.undoSheet.yes}
          yesKind="main"
          busy={busy && words.undoSheet.busy}
          onNo={() => setSheet(undefined)}
          onYes={() => void undo(blockedBy)}
        />
      )}
    </Card>
  )
}
