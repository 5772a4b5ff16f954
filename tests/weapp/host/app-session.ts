import type { Page } from 'playwright-core'
import type { HostControls } from './host'
import type { HostSettings } from './host-types'
import { createRecorder, type Recorder, type RequestRecord } from './recorder'
import type { WeappGlobals } from './window-entry'

/** What a session needs from the driver that opened the window. */
export interface SessionParts {
  page: Page
  origin: string
  settings: HostSettings
  /** Pictures the window loaded by itself. */
  pictures: RequestRecord[]
  closeAll(): Promise<void>
}

function merged(records: Recorder[]): Recorder {
  const all = createRecorder()
  for (const record of records) {
    all.errors.push(...record.errors)
    all.requests.push(...record.requests)
    all.calls.push(...record.calls)
    all.toasts.push(...record.toasts)
    all.logs.push(...record.logs)
    all.setData.push(...record.setData)
    all.shares.push(...record.shares)
    all.missing.push(...record.missing)
  }
  return all
}

/** Keeps a window, its settings and its record together over kills and relaunches. */
export class AppSession {
  private past: Recorder[] = []

  constructor(private readonly parts: SessionParts) {}

  /** Opens the window afresh and waits for the app. */
  async start() {
    const { page, origin } = this.parts
    await page.goto(`${origin}/`)
    await this.control(() => undefined)
  }

  /** Runs a function in the window with the app's controls; it must not use anything from around it. */
  async control<Result, Given = undefined>(
    run: (app: HostControls, given: Given) => Result | Promise<Result>,
    given?: Given,
  ): Promise<Result> {
    const app = await this.parts.page.evaluateHandle(() => (window as unknown as WeappGlobals).__weapp)
    try {
      return (await app.evaluate(run as (app: unknown, given: unknown) => unknown, given)) as Result
    } finally {
      await app.dispose()
    }
  }

  async relaunch(url?: string) {
    this.past.push(await this.current())
    const { settings } = this.parts
    settings.device = await this.control((app) => app.snapshot())
    delete settings.url
    if (url !== undefined) settings.url = url
    await this.start()
  }

  async setOnline(online: boolean) {
    this.parts.settings.online = online
    await this.control((app, value) => app.setOnline(value), online)
  }

  async set(change: Partial<HostSettings>) {
    Object.assign(this.parts.settings, change)
    await this.control((app, value) => {
      Object.assign(app.settings, value)
    }, change)
  }

  async record(): Promise<Recorder> {
    const all = merged([...this.past, await this.current()])
    return { ...all, requests: [...all.requests, ...this.parts.pictures] }
  }

  async forget() {
    this.past = []
    this.parts.pictures.length = 0
    await this.control((app) => {
      for (const list of Object.values(app.record) as unknown[][]) list.length = 0
    })
  }

  close() {
    return this.parts.closeAll()
  }

  private current(): Promise<Recorder> {
    return this.control((app) => app.record)
  }
}
