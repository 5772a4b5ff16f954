import { useEffect, useRef, useState } from 'react'
import { narrator } from '@/platform/audio/use-speech'
import type { FramePlayer } from '@/platform/frames/frame-player'
import { type Pace, playStory, type Stage } from './play-story'
import type { Phone, StoryStep } from './story'

/** The pause before a story is played again, in ms. */
const REPEAT_AFTER_MS = 5000

type PlayPhase = 'ready' | 'preparing' | 'playing' | 'done' | 'failed'

interface PlaySettings {
  pace: Pace
  /** The captions are spoken, where the browser can. */
  speaks: boolean
  /** The story is played again after its end. */
  repeats: boolean
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** A gate at which the story waits while it is paused. */
function createGate() {
  let closed: { wait: Promise<void>; open(): void } | undefined
  return {
    passed: () => closed?.wait,
    close() {
      let open = () => {}
      const wait = new Promise<void>((resolve) => {
        open = resolve
      })
      closed ??= { wait, open }
    },
    open() {
      closed?.open()
      closed = undefined
    },
  }
}

/** The players of the phones and the pause. Each playing of a story has a stage, which ends when another one is opened. */
function useStages(settings: PlaySettings, onStep: (index: number) => void) {
  const [isPaused, setIsPaused] = useState(false)
  const latest = useRef(settings)
  latest.current = settings
  const players = useRef(new Map<Phone, FramePlayer>())
  const turn = useRef(0)
  const [gate] = useState(createGate)

  function openStage() {
    turn.current += 1
    const mine = turn.current
    const hasEnded = () => turn.current !== mine
    const stayOrLeave = () => {
      if (hasEnded()) throw new Error('left')
    }
    const stage: Stage = {
      player: (phone) => ({
        async run(action, pace) {
          // a frame is there a moment after its world
          for (stayOrLeave(); !players.current.get(phone); stayOrLeave()) await sleep(50)
          return players.current.get(phone)?.run(action, pace)
        },
        close: () => undefined,
      }),
      pace: () => latest.current.pace,
      async waitWhilePaused() {
        stayOrLeave()
        await gate.passed()
        stayOrLeave()
      },
      async narrate(index, caption) {
        onStep(index)
        if (latest.current.speaks) await narrator.say(caption)
      },
      sleep,
    }
    return { stage, hasEnded }
  }

  useEffect(
    () => () => {
      turn.current += 1
      gate.open()
      narrator.stop()
    },
    [gate],
  )

  return {
    isPaused,
    openStage,
    pause() {
      setIsPaused(true)
      narrator.stop()
      gate.close()
    },
    resume() {
      setIsPaused(false)
      gate.open()
    },
    /** Receives the player of a phone's frame. */
    setPlayer(phone: Phone, player: FramePlayer | null) {
      if (player) players.current.set(phone, player)
      else players.current.delete(phone)
    },
  }
}

interface PlayOptions {
  story: readonly StoryStep[]
  /** Resets the world; resolves with the slug of its sample shop, and `undefined` when that failed. */
  prepare(): Promise<string | undefined>
}

export type PlayState = ReturnType<typeof usePlay>

/** Plays a story in the frames of the phones: begins, pauses, goes on, repeats. */
export function usePlay({ story, prepare }: PlayOptions) {
  const [phase, setPhase] = useState<PlayPhase>('ready')
  const [at, setAt] = useState(0)
  const [rounds, setRounds] = useState(0)
  const [settings, setSettings] = useState<PlaySettings>({ pace: 'normal', speaks: true, repeats: false })
  const { openStage, ...stages } = useStages(settings, setAt)

  async function begin() {
    const { stage, hasEnded } = openStage()
    stages.resume()
    narrator.stop()
    setAt(0)
    setPhase('preparing')
    try {
      const sampleShop = await prepare()
      if (hasEnded()) return
      if (sampleShop === undefined) return setPhase('failed')
      setPhase('playing')
      await playStory(story, sampleShop, stage)
      if (hasEnded()) return
      setRounds((count) => count + 1)
      setPhase('done')
    } catch (error) {
      if (hasEnded()) return
      console.error(error)
      setPhase('failed')
    }
  }

  const latestBegin = useRef(begin)
  latestBegin.current = begin
  // also when repeating is switched on after the end
  const isRepeating = phase === 'done' && settings.repeats
  useEffect(() => {
    if (!isRepeating) return
    const timer = setTimeout(() => void latestBegin.current(), REPEAT_AFTER_MS)
    return () => clearTimeout(timer)
  }, [isRepeating])

  return {
    ...{ phase, settings, ...stages },
    /** The index of the step that is played. */
    at,
    /** The number of times that the story was played to its end. */
    rounds,
    change: (part: Partial<PlaySettings>) => setSettings((before) => ({ ...before, ...part })),
    /** Resets the world and plays the story from its beginning. */
    begin: () => void begin(),
  }
}
