import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import { useCall } from '@/api/use-call'
import type { RouteReply } from '@/contract/routes'
import { MAX_QUOTA } from '@/domain/operator-console'
import { describeFailure } from '@/locales/failure'
import { quotasWords as words } from '@/locales/operator/settings'
import { useRequest } from '@/platform/network/use-request'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Field } from '@/ui/field/field'
import { FailureNotice } from '@/ui/notice/failure-notice'
import { ListRow } from '@/ui/row/list-row'
import { Sheet } from '@/ui/sheet/sheet'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'

type Quota = RouteReply<'GET /api/operator/quotas'>['items'][number]

/** The limits of accounts, shops and addresses; each can be changed while the servers run. */
export function QuotasCard() {
  const { data, failure, reload } = useCall('GET /api/operator/quotas', {})
  const [changed, setChanged] = useState<Quota>()
  if (!data) return failure ? <FailureNotice failure={failure} onRetry={() => void reload()} /> : <Skeleton />
  return (
    <View className="console__lines">
      <Heading className="console__title">{words.title}</Heading>
      <Text className="console__fact">{words.lead}</Text>
      <Card flush>
        {data.items.map((quota) => (
          <ListRow
            key={quota.name}
            title={words.names[quota.name]}
            value={words.value(quota.value, quota.standard)}
            onPress={() => setChanged(quota)}
          />
        ))}
      </Card>
      {changed && (
        <QuotaSheet
          quota={changed}
          onClose={() => setChanged(undefined)}
          onChanged={() => {
            setChanged(undefined)
            void reload()
          }}
        />
      )}
    </View>
  )
}

const isQuota = (text: string) => /^\d{1,9}$/.test(text) && Number(text) <= MAX_QUOTA

interface QuotaSheetProps {
  quota: Quota
  onClose(): void
  onChanged(): void
}

function QuotaSheet({ quota: { name, value, standard }, onClose, onChanged }: QuotaSheetProps) {
  const [text, setText] = useState(String(value))
  const [isWrong, setIsWrong] = useState(false)
  const { busy, failure, send } = useRequest()
  async function save(next: number | undefined) {
    const body = next === undefined ? {} : { value: next }
    const result = await send(() =>
      call('PUT /api/operator/quotas/:quota', { params: { quota: name }, body }),
    )
    if (result?.ok) onChanged()
  }
  const change = () => {
    setIsWrong(!isQuota(text.trim()))
    if (isQuota(text.trim())) void save(Number(text.trim()))
  }
  return (
    <Sheet title={words.names[name]} onClose={onClose}>
      <View className="console__part">
        <Field
          label={words.number}
          kind="number"
          value={text}
          maxLength={9}
          error={isWrong ? words.wrong : undefined}
          onChange={setText}
        />
        <Alert className="console__error">{failure && describeFailure(failure)}</Alert>
        <Button busy={busy && words.saving} onPress={change}>
          {words.save}
        </Button>
        {value !== standard && (
          <Button kind="line" busy={busy && words.saving} onPress={() => void save(undefined)}>
            {words.standard}
          </Button>
        )}
      </View>
    </Sheet>
  )
}
