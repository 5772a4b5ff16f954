import { useEffect, useRef, useState } from 'react'
import { narrator } from '@/platform/audio/use-speech'
import type { FramePlayer } from '@/platform/frames/frame-player'
import { type Pace, playStory, type Stage } from './play-story'
import type { Phone, StoryStep } from './story'

/** The pause before a story is played again, in ms. */
const REPEAT_AFTER_MS = 5000

export type PlayPhase = 'ready' | 'preparing' | 'playing' | 'done' | 'failed'

export interface PlaySettings {
  pace: Pace
  /** The captions are spoken, where the browser can. */
  speaks: boolean
  /** The story is played again after its end. */
  repeats: boolean
}

export interface PlayState {
  phase: PlayPhase
  isPaused: boolean
  /** The index of the step that is played. */
  at: number
  /** The number of times that the story was played to its end. */
  rounds: number
  settings: PlaySettings
  change(part: Partial<PlaySettings>): void
  /** Resets the world and plays the story from its beginning. */
  begin(): void
  pause(): void
  resume(): void
  /** Receives the player of a phone's frame. */
  setPlayer(phone: Phone, player: FramePlayer | null): void
}

/** Ends the story when the screen is left or the story begins again. */
class LeftError extends Error {}

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

interface PlayOptions {
  story: readonly StoryStep[]
  /** Resets the world; resolves with the slug of its sample shop, and `undefined` when that failed. */
  prepare(): Promise<string | undefined>
}

/** Plays a story in the frames of the phones: begins, pauses, goes on, repeats. */
export function usePlay({ story, prepare }: PlayOptions): PlayState {
  const [phase, setPhase] = useState<PlayPhase>('ready')
  const [isPaused, setIsPaused] = useState(false)
  const [at, setAt] = useState(0)
  const [rounds, setRounds] = useState(0)
  const [settings, setSettings] = useState<PlaySettings>({ pace: 'normal', speaks: true, repeats: false })
  const latest = useRef(settings)
  latest.current = settings
  const players = useRef(new Map<Phone, FramePlayer>())
  const turn = useRef(0)
  const [gate] = useState(createGate)

  function resume() {
    setIsPaused(false)
    gate.open()
  }

  function pause() {
    setIsPaused(true)
    narrator.stop()
    gate.close()
  }

  /** The stage of one playing; everything on it ends when another begins. */
  function createStage(mine: number): Stage {
    const stayOrLeave = () => {
      if (turn.current !== mine) throw new LeftError('left')
    }
    return {
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
        setAt(index)
        if (latest.current.speaks) await narrator.say(caption)
      },
      sleep,
    }
  }

  async function begin() {
    turn.current += 1
    const mine = turn.current
    resume()
    narrator.stop()
    setAt(0)
    setPhase('preparing')
    try {
      const sampleShop = await prepare()
      if (turn.current !== mine) return
      if (sampleShop === undefined) return setPhase('failed')
      setPhase('playing')
      await playStory(story, sampleShop, createStage(mine))
      if (turn.current !== mine) return
      setRounds((count) => count + 1)
      setPhase('done')
    } catch (error) {
      if (turn.current !== mine) return
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

  useEffect(
    () => () => {
      turn.current += 1
      gate.open()
      narrator.stop()
    },
    [gate],
  )

  return {
    ...{ phase, isPaused, at, rounds, settings, pause, resume },
    change: (part) => setSettings((before) => ({ ...before, ...part })),
    begin: () => void begin(),
    setPlayer: (phone, player) => {
      if (player) players.current.set(phone, player)
      else players.current.delete(phone)
    },
  }
}
