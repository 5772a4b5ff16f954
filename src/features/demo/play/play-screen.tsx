import { Text, View } from '@tarojs/components'
import type { CSSProperties } from 'react'
import type { DemoWorld } from '@/contract/demo'
import { describeFailure } from '@/locales/failure'
import { demoWords, demoPlayWords as words } from '@/locales/lesson/demo'
import { aria } from '@/platform/a11y/aria'
import { PlayerFrame } from '@/platform/frames/player-frame'
import { useStageScale } from '@/platform/frames/stage-scale'
import { usePageTitle } from '@/platform/navigation/page-title'
import { Qr } from '@/ui/qr/qr'
import { Alert } from '@/ui/text/alert'
import { Heading } from '@/ui/text/heading'
import { useNetworkName } from '../network-name'
import { useDemoWorld } from '../use-demo-world'
import { PlayControls } from './play-controls'
import { saleStory } from './sale-story'
import type { Phone } from './story'
import { tourStory } from './tour-story'
import { type PlayState, usePlay } from './use-play'
import './play-screen.scss'

/**
 * The demo on the big screen: what the trainer says, the seller's phone and the buyer's phone side by side. In the tour there is the
 * seller's phone alone, which the person taps herself.
 */
export function PlayScreen({ centre, isTour }: { centre: string; isTour: boolean }) {
  const demo = useDemoWorld(centre)
  const story = isTour ? tourStory : saleStory
  const play = usePlay({ story, prepare: async () => (await demo.reset())?.shop?.slug })
  const scale = useStageScale()
  const title = isTour ? words.tourTitle : words.title
  usePageTitle(title)
  const failure = demo.failure ?? demo.read.failure
  return (
    <View
      className={`play ${isTour ? 'play--tour' : ''}`}
      // on a phone the text size is the person's own
      style={scale === 1 ? {} : ({ '--fs': scale } as CSSProperties)}
      {...aria({ role: 'main' })}
    >
      <View className="play__told">
        <Heading level={1} className="play__step">
          {play.phase === 'playing' ? words.step(play.at + 1, story.length) : title}
        </Heading>
        <Text className="play__caption" {...aria({ live: 'polite' })}>
          {captionOf(play, story[play.at]?.caption, isTour)}
        </Text>
        {play.phase === 'failed' && <Text className="play__small">{words.failedText}</Text>}
        {play.rounds > 0 && <Text className="play__small">{words.rounds(play.rounds)}</Text>}
        <Alert className="play__error">{failure && describeFailure(failure)}</Alert>
        <PlayControls play={play} isTour={isTour} isBusy={demo.busy !== undefined} />
        {!isTour && demo.world && <JoinPart world={demo.world} scale={scale} />}
      </View>
      <Stage world={isOnStage(play) ? demo.world : undefined} play={play} isTour={isTour} />
    </View>
  )
}

/** Frames are opened when their world has been reset, and stay as the story left them. */
const isOnStage = ({ phase }: PlayState): boolean => phase !== 'ready' && phase !== 'preparing'

function captionOf({ phase, settings }: PlayState, caption: string | undefined, isTour: boolean): string {
  if (phase === 'playing') return caption ?? ''
  if (phase === 'done') return isTour ? words.tourDone : settings.repeats ? words.repeating : words.done
  return { ready: words.ready, preparing: words.preparing, failed: words.failed }[phase]
}

interface StageProps {
  world: DemoWorld | undefined
  play: PlayState
  isTour: boolean
}

/** The phones. After a reset their frames are opened anew. */
function Stage({ world, play, isTour }: StageProps) {
  const phones: readonly { phone: Phone; title: string; path: string }[] = [
    { phone: 'seller', title: words.sellerFrame, path: '/' },
    ...(isTour
      ? []
      : [{ phone: 'buyer', title: words.buyerFrame, path: `/s/${world?.shop?.slug ?? ''}` } as const]),
  ]
  return (
    <View className="play__stage">
      {phones.map(({ phone, title, path }) => (
        <View key={phone} className="play__phone">
          <Text className="play__name">{title}</Text>
          <View className="play__glass">
            {world && (
              <PlayerFrame
                key={world.resetAt}
                src={world.here[phone] + path}
                title={title}
                onPlayer={(player) => play.setPlayer(phone, player)}
              />
            )}
          </View>
        </View>
      ))}
    </View>
  )
}

/** Side of the QR code in px, where texts have their normal size. */
const QR_PX = 96

/** Instructions for phones in the room to join the demo as buyers: the code, and the network that they join first. */
function JoinPart({ world, scale }: { world: DemoWorld; scale: number }) {
  const typed = useNetworkName((store) => store.name.trim())
  const network = typed || world.networkName
  const path = world.shop ? `/s/${world.shop.slug}` : '/'
  return (
    <View className="play__join">
      <Qr text={world.elsewhere.buyer + path} label={demoWords.buyer.qr} size={Math.round(QR_PX * scale)} />
      <View className="play__join-words">
        <Text className="play__small">{words.scan}</Text>
        {network && <Text className="play__small">{demoWords.join(network)}</Text>}
      </View>
    </View>
  )
}
