import { installFakeWebSocket } from '../../support/components/fake-web-socket'
import { FakeServer, launch, phone } from '../wizard/launch-wizard'
import { FakeLesson, storedMembership } from './fake-lesson'

export let server: FakeServer
export let lesson: FakeLesson

/** A phone that is in a lesson, and the servers of both. */
export function setUp(): void {
  jest.useFakeTimers()
  const { fakeTaro } = require('../../support/components/taro')
  fakeTaro.reset()
  phone.storedPhotos.clear()
  installFakeWebSocket()
  server = new FakeServer()
  lesson = new FakeLesson()
  server.before = lesson.answer
  fakeTaro.storage.set('attended-lesson', storedMembership())
}

const POLL_MS = 2000

/** Starts the wizard of a learner, with the strip loaded. */
export async function start() {
  const app = launch(server)
  await app.wait()
  await app.wait()
  const { act } = require('@testing-library/react')
  const has = (text: string) => app.screen.queryByText(text) !== null
  return {
    ...app,
    has,
    hide: () => act(async () => app.fakeTaro.hide()),
    show: () => act(async () => app.fakeTaro.show()),
    poll: () => app.wait(POLL_MS),
  }
}

/** Returns the state that the phone has stored about its lesson. */
export const stored = () => {
  const { fakeTaro } = require('../../support/components/taro')
  return JSON.parse(JSON.parse(fakeTaro.storage.get('attended-lesson'))).state
}
