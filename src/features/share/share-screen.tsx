import { Image, Text, View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { shareWords as words } from '@/locales/shop/share'
import { aria } from '@/platform/a11y/aria'
import { copyText } from '@/platform/device/clipboard'
import { share } from '@/platform/device/share'
import { imageProps } from '@/platform/media/assets'
import { saveCard } from '@/platform/media/card'
import { Button } from '@/ui/button/button'
import { inTime } from '@/ui/drawn-card/load-first'
import { drawPosterCard } from '@/ui/drawn-card/poster-card'
import { Qr } from '@/ui/qr/qr'
import { Skeleton } from '@/ui/skeleton/skeleton'
import { Alert, Status } from '@/ui/text/alert'
import { WechatButton } from '@/ui/wechat-button/wechat-button'
import { drawShareCard } from './share-card'
import type { SharedThing } from './shared-thing'
import './share-screen.scss'

/** A picture that is being drawn, was drawn, or could not be. */
type Drawn = { phase: 'drawing' } | { phase: 'drawn'; src: string } | { phase: 'failed' }

/**
 * Draws a picture at once, and again when `draw` changes, with the earlier one meanwhile, or when `again` is called. `draw` returns
 * `null` when it fails.
 */
function useDrawn(draw: () => Promise<string | null>): { drawn: Drawn; again(): void } {
  const [drawn, setDrawn] = useState<Drawn>({ phase: 'drawing' })
  const [attempt, setAttempt] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt draws again
  useEffect(() => {
    let isCurrent = true
    void draw()
      .catch(() => null)
      .then((src) => {
        if (isCurrent) setDrawn(src === null ? { phase: 'failed' } : { phase: 'drawn', src })
      })
    return () => {
      isCurrent = false
    }
  }, [draw, attempt])
  const again = useCallback(() => {
    setDrawn({ phase: 'drawing' })
    setAttempt((count) => count + 1)
  }, [])
  return { drawn, again }
}

/** Sets what WeChat shares from the page. Until the card is drawn, or without one, it has the server's picture. */
function useCardSharing(thing: SharedThing): void {
  // browsers do not share pictures
  const draw = useCallback(async () => (share.byButton ? drawShareCard(thing) : null), [thing])
  const { drawn } = useDrawn(draw)
  useShareAppMessage(() => ({
    title: thing.title,
    path: thing.path,
    imageUrl: drawn.phase === 'drawn' ? drawn.src : thing.serverPicture,
  }))
}

/** A poster that takes longer is given up, in ms. */
const POSTER_MS = 12_000

const drawPoster = ({ facts, pictures, link, code }: SharedThing): Promise<string | null> =>
  inTime(drawPosterCard(facts, pictures, { picture: code, link }), POSTER_MS)

/** Shares a shop or a product: a card in a chat, a link, and a poster with its code. */
export function ShareScreen({ thing }: { thing: SharedThing }) {
  useCardSharing(thing)
  const poster = useDrawn(useCallback(() => drawPoster(thing), [thing]))
  const [message, setMessage] = useState<string>()
  return (
    <View className="share-screen">
      <Poster thing={thing} drawn={poster.drawn} onAgain={poster.again} />
      <Status className="share-screen__said">{message}</Status>
      <SendButtons thing={thing} onMessage={setMessage} />
      {poster.drawn.phase === 'drawn' && (
        <SaveButton name={thing.name} src={poster.drawn.src} onMessage={setMessage} />
      )}
      <Text className="share-screen__link" selectable>
        {thing.link}
      </Text>
    </View>
  )
}

interface PosterProps {
  thing: SharedThing
  drawn: Drawn
  onAgain(): void
}

/** The poster, which a long press saves; its code alone if the phone cannot draw it. */
function Poster({ thing, drawn, onAgain }: PosterProps) {
  if (drawn.phase === 'drawing') return <Skeleton />
  if (drawn.phase === 'drawn')
    return (
      <View className="share-screen__poster" {...aria({ role: 'img', label: words.poster(thing.name) })}>
        <Image
          className="share-screen__picture"
          src={drawn.src}
          mode="widthFix"
          showMenuByLongpress
          {...imageProps('', false)}
        />
      </View>
    )
  return (
    <>
      <Alert>{words.failed}</Alert>
      <Qr text={thing.link} label={words.qr(thing.name)} size={200} />
      <Button kind="soft" icon="refresh" onPress={onAgain}>
        {words.again}
      </Button>
    </>
  )
}

interface ButtonProps {
  onMessage(message: string): void
}

/** WeChat's own share button, or the system's share sheet; and the link to copy. */
function SendButtons({ thing, onMessage }: ButtonProps & { thing: SharedThing }) {
  const send = async () => {
    const outcome = await share.link(thing.title, thing.link)
    if (outcome === 'copied') onMessage(words.copied)
    if (outcome === 'failed') onMessage(words.notCopied)
  }
  const copy = async () => onMessage((await copyText(thing.link)) ? words.copied : words.notCopied)
  return (
    <>
      {share.byButton && <WechatButton does="share">{words.send}</WechatButton>}
      {share.hasSheet && (
        <Button icon="share" onPress={() => void send()}>
          {words.send}
        </Button>
      )}
      <Button
        kind={share.byButton || share.hasSheet ? 'line' : 'main'}
        icon="copy"
        onPress={() => void copy()}
      >
        {words.copy}
      </Button>
    </>
  )
}

function SaveButton({ name, src, onMessage }: ButtonProps & { name: string; src: string }) {
  const [isBusy, setBusy] = useState(false)
  const save = async () => {
    if (isBusy) return
    setBusy(true)
    const isSaved = await saveCard(src, words.poster(name)).catch(() => false)
    setBusy(false)
    onMessage(isSaved ? words.saved : words.hold)
  }
  return (
    <Button kind="line" busy={isBusy && words.saving} onPress={() => void save()}>
      {words.save}
    </Button>
  )
}
