import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCall } from '@/api/use-call'
import type { Handover } from '@/contract/shop/handovers'
import type { Failure } from '@/domain/failure'
import { photoPath } from '@/domain/photo'
import { describeFailure } from '@/locales/failure'
import { takeWords as words } from '@/locales/shop/handover'
import { assetUrl } from '@/platform/media/assets'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { Picture } from '@/ui/picture/picture'
import { AskSheet } from '@/ui/sheet/ask-sheet'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'

interface FoundCardProps {
  handover: Handover
  busy: boolean
  failure: Failure | undefined
  /** This phone has a shop that is not open yet, which a draft would replace. */
  hasDraft: boolean
  onAccept(centre?: string): void
  onOther(): void
}

/** Shows what a code brings and asks whether to take it. */
export function FoundCard(props: FoundCardProps) {
  const { handover, failure, onOther } = props
  const { kind, name, trade, photo, from } = handover
  return (
    <View className="handover">
      <Card>
        <View className="handover__row">
          <View className="handover__picture">
            <Picture
              src={photo && assetUrl(photoPath(photo.hash, 375))}
              art={trade}
              alt=""
              ratio={1}
              rounded
            />
          </View>
          <View className="handover__words">
            <Heading className="handover__title">{kind === 'draft' ? words.goods(name) : name}</Heading>
            {from && <Text className="handover__note">{words.from(from.centre.name, from.helper)}</Text>}
          </View>
        </View>
      </Card>
      <Text>{kind === 'help' ? words.help.text(handover.parts ?? []) : words[kind].text}</Text>
      <Alert className="handover__failure">{failure && describeFailure(failure)}</Alert>
      {kind === 'help' ? <HelpButtons {...props} /> : <AcceptButton {...props} kind={kind} />}
      <Button kind="line" onPress={onOther}>
        {words.other}
      </Button>
    </View>
  )
}

/** Takes a shop or a draft; asks first when that replaces what was begun on this phone. */
function AcceptButton({ kind, busy, hasDraft, onAccept }: FoundCardProps & { kind: 'shop' | 'draft' }) {
  const [isConfirming, setIsConfirming] = useState(false)
  const press = () => (kind === 'draft' && hasDraft ? setIsConfirming(true) : onAccept())
  return (
    <>
      <Button busy={busy && words[kind].accepting} onPress={press}>
        {words[kind].accept}
      </Button>
      {isConfirming && (
        <AskSheet
          {...words.replace}
          title={words.replace.ask}
          noKind="soft"
          onNo={() => setIsConfirming(false)}
          onYes={() => {
            setIsConfirming(false)
            onAccept()
          }}
        />
      )}
    </>
  )
}

/** Takes an hour of help for one of the centres in which the caller has a role. */
function HelpButtons({ busy, onAccept }: FoundCardProps) {
  const { data, failure } = useCall('GET /api/me/roles', {})
  if (failure) return <Text className="handover__failure">{describeFailure(failure)}</Text>
  if (!data) return null
  if (data.roles.length === 0) return <Text className="handover__failure">{words.help.staffOnly}</Text>
  return (
    <>
      {data.roles.map(({ centre }) => (
        <Button key={centre.code} busy={busy && words.help.accepting} onPress={() => onAccept(centre.code)}>
          {data.roles.length > 1 ? `${words.help.accept}（${centre.name}）` : words.help.accept}
        </Button>
      ))}
    </>
  )
}
