import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '@/api/call'
import type { RouteReply } from '@/contract/routes'
import { describeFailure } from '@/locales/failure'
import { waitingWords as words } from '@/locales/operator/console'
import { hiddenPartsWords } from '@/locales/shop/hidden-parts'
import { agoWords } from '@/locales/time'
import { useSound } from '@/platform/audio/use-sound'
import { useHasShortcuts } from '@/platform/device/typing/use-has-shortcuts'
import { useShortcuts } from '@/platform/device/typing/use-shortcuts'
import { serverNow } from '@/platform/lifecycle/server-clock'
import { useRequest } from '@/platform/network/use-request'
import { Button } from '@/ui/button/button'
import { Card } from '@/ui/card/card'
import { AskSheet } from '@/ui/sheet/ask-sheet'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { Texts } from '@/ui/text/texts'

type WaitingContent = RouteReply<'GET /api/operator/contents'>['items'][number]
type Verdict = 'pass' | 'risky'

interface WaitingContentsProps {
  contents: readonly WaitingContent[]
  onAnswered(): void
}

/** Texts, photos and voices that wait for a decision; keys decide about the first one. */
export function WaitingContents({ contents, onAnswered }: WaitingContentsProps) {
  const hasShortcuts = useHasShortcuts()
  if (contents.length === 0) return null
  return (
    <View className="console__group">
      <Heading className="console__title">{words.contents(contents.length)}</Heading>
      {hasShortcuts && <Text className="console__fact">{words.keys}</Text>}
      {contents.map((content, at) => (
        <ContentCard key={content.id} content={content} isFirst={at === 0} onAnswered={onAnswered} />
      ))}
    </View>
  )
}

interface ContentCardProps {
  content: WaitingContent
  isFirst: boolean
  onAnswered(): void
}

function ContentCard({ content, isFirst, onAnswered }: ContentCardProps) {
  const [isAsked, setIsAsked] = useState(false)
  const { busy, failure, send } = useRequest()
  const decide = async (verdict: Verdict, everywhere = false) => {
    const params = { contentId: content.id }
    const result = await send(() =>
      call('PUT /api/operator/contents/:contentId', { params, body: { verdict, everywhere } }),
    )
    if (result?.ok) onAnswered()
    setIsAsked(result?.ok === false && result.failure.code === 'not-allowed-now')
  }
  useShortcuts({ 1: () => void decide('pass'), 2: () => void decide('risky') }, isFirst)
  return (
    <Card>
      <View className="console__part">
        <Shown content={content} />
        <View className="console__lines">
          <Texts className="console__fact" texts={factsOf(content)} />
        </View>
        <Alert className="console__error">{!isAsked && failure && describeFailure(failure)}</Alert>
        <View className="console__answers">
          <Button kind="soft" size="small" disabled={Boolean(busy)} onPress={() => void decide('pass')}>
            {words.pass}
          </Button>
          <Button kind="bad" size="small" disabled={Boolean(busy)} onPress={() => void decide('risky')}>
            {words.hide}
          </Button>
        </View>
      </View>
      {isAsked && (
        <AskSheet
          {...words.everywhere}
          onNo={() => setIsAsked(false)}
          onYes={() => void decide('risky', true)}
        />
      )}
    </Card>
  )
}

/** The text, photo or voice itself. */
function Shown({ content: { kind, text, path } }: { content: WaitingContent }) {
  if (kind === 'text') return <Text className="console__text">{text}</Text>
  if (!path) return null
  if (kind === 'voice') return <Voice url={path} />
  return <Image className="console__photo" mode="aspectFit" src={path} />
}

function Voice({ url }: { url: string }) {
  const { toggle } = useSound(url)
  return (
    <Button kind="line" size="small" icon="speaker" onPress={toggle}>
      {words.listen}
    </Button>
  )
}

function factsOf({ why, reason, since, uses, appeals }: WaitingContent): string[] {
  const places = uses.map(({ slug, place }) =>
    [slug ? `/s/${slug}` : words.noShop, place && hiddenPartsWords.places[place]].filter(Boolean).join(' '),
  )
  return [
    `${words.why[why]} · ${agoWords(since, serverNow())}`,
    ...(reason === undefined ? [] : [hiddenPartsWords.reason(reason)]),
    ...new Set(places),
    ...appeals.map(({ slug, note }) => `${slug ? `/s/${slug}` : words.noShop}：${note}`),
  ]
}
