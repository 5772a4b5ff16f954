import { View } from '@tarojs/components'
import { demoPlayWords as words } from '@/locales/lesson/demo'
import { narrator } from '@/platform/audio/use-speech'
import { goBack } from '@/platform/navigation/navigate'
import { Button } from '@/ui/button/button'
import { Chip } from '@/ui/chip/chip'
import { Segmented } from '@/ui/segmented/segmented'
import { type Pace, paces } from './play-story'
import type { PlayState } from './use-play'

const paceOptions = (Object.keys(paces) as Pace[]).map((key) => ({ key, words: words.paces[key] }))

interface PlayControlsProps {
  play: PlayState
  isTour: boolean
  /** The world is being prepared. */
  isBusy: boolean
}

/** The trainer's controls: begin, pause and resume; and, apart from these, the pace, the voice, repeating, starting over and leaving. */
export function PlayControls({ play, isTour, isBusy }: PlayControlsProps) {
  const { phase, settings, change } = play
  const canSpeak = narrator.useIsAvailable()
  const isStarted = phase !== 'ready'
  return (
    <View className="play__controls">
      <MainButton play={play} isBusy={isBusy} isTour={isTour} />
      {!isTour && (
        <Segmented
          label={words.pace}
          options={paceOptions}
          value={settings.pace}
          onChange={(pace) => change({ pace })}
        />
      )}
      <View className="play__row">
        <View>
          <View className="play__switches">
            {canSpeak && (
              <Chip on={settings.speaks} onPress={() => change({ speaks: !settings.speaks })}>
                {words.voice}
              </Chip>
            )}
            {!isTour && (
              <Chip on={settings.repeats} onPress={() => change({ repeats: !settings.repeats })}>
                {words.repeat}
              </Chip>
            )}
          </View>
        </View>
        <View>
          <View className="play__switches">
            {isStarted && (
              <Button kind="line" size="small" disabled={isBusy} onPress={play.begin}>
                {words.again}
              </Button>
            )}
            <Button kind="line" size="small" onPress={() => goBack()}>
              {words.leave}
            </Button>
          </View>
        </View>
      </View>
    </View>
  )
}

function MainButton({ play, isBusy, isTour }: PlayControlsProps) {
  const { phase, isPaused, begin, pause, resume } = play
  if (phase === 'ready')
    return (
      <Button busy={isBusy && words.preparing} onPress={begin}>
        {words.begin}
      </Button>
    )
  if (phase !== 'playing' || isTour) return null
  return isPaused ? (
    <Button onPress={resume}>{words.resume}</Button>
  ) : (
    <Button kind="soft" onPress={pause}>
      {words.pause}
    </Button>
  )
}
