import type { HostControls } from '../shared/controls'
import { type HostRecord, mergeRecords, type RequestRecord } from '../shared/record'
import type { HostSettings } from '../shared/types'
import { isFunctionMock, type Mock, type MockTable } from './mocks'

/** One way to run the window: a Chromium page or a jsdom window. */
export interface WindowDriver {
  /** Opens an empty window, runs the app in it with the current settings and waits until the app has started. */
  open(): Promise<void>
  /** Runs a function in the window. It must not refer to variables around it; `input` and the result are JSON. */
  control<Result, Input>(
    run: (app: HostControls, input: Input) => Result | Promise<Result>,
    input: Input,
  ): Promise<Result>
  close(): Promise<void>
}

export interface SessionOptions {
  driver: WindowDriver
  settings: HostSettings
  mocks: MockTable
  /** Routes of all pages of the app. */
  pages: string[]
  /** Requests for images, which the window loads without an API. */
  imageRequests: RequestRecord[]
  /** In milliseconds. */
  timeout: number
}

/** The settings and the record of one app across relaunches. */
export class Session {
  readonly pages: string[]
  readonly timeout: number
  private readonly driver: WindowDriver
  private readonly settings: HostSettings
  private readonly mocks: MockTable
  private readonly imageRequests: RequestRecord[]
  private earlierRecords: HostRecord[] = []

  constructor(options: SessionOptions) {
    this.pages = options.pages
    this.timeout = options.timeout
    this.driver = options.driver
    this.settings = options.settings
    this.mocks = options.mocks
    this.imageRequests = options.imageRequests
  }

  async control<Result, Input = undefined>(
    run: (app: HostControls, input: Input) => Result | Promise<Result>,
    ...[input]: Input extends undefined ? [] : [Input]
  ): Promise<Result> {
    return this.driver.control(run, input as Input)
  }

  async relaunch(url?: string) {
    const { settings } = this
    this.earlierRecords.push(await this.currentRecord())
    settings.device = await this.control((app) => app.snapshot())
    delete settings.url
    if (url !== undefined) settings.url = url
    await this.driver.open()
  }

  async setOnline(online: boolean) {
    this.settings.online = online
    await this.control((app, value: boolean) => app.setOnline(value), online)
  }

  async update(change: Partial<HostSettings>) {
    Object.assign(this.settings, change)
    await this.control((app, value: Partial<HostSettings>) => {
      Object.assign(app.settings, value)
    }, change)
  }

  async mock(name: string, mock: Mock) {
    const { settings } = this
    this.mocks.set(name, mock)
    const isFunction = isFunctionMock(mock)
    delete settings.mocks[name]
    settings.functionMocks = settings.functionMocks.filter((other) => other !== name)
    if (isFunction) settings.functionMocks.push(name)
    else settings.mocks[name] = mock
    await this.control(
      (app, change: { name: string; isFunction: boolean; value: unknown }) =>
        app.mock(change.name, change.isFunction, change.value),
      { name, isFunction, value: isFunction ? null : mock },
    )
  }

  async record(): Promise<HostRecord> {
    const merged = mergeRecords([...this.earlierRecords, await this.currentRecord()])
    return { ...merged, requests: [...merged.requests, ...this.imageRequests] }
  }

  async clearRecord() {
    this.earlierRecords = []
    this.imageRequests.length = 0
    await this.control((app) => {
      for (const list of Object.values(app.record) as unknown[][]) list.length = 0
    })
  }

  close() {
    return this.driver.close()
  }

  private currentRecord(): Promise<HostRecord> {
    return this.control((app) => app.record)
  }
}
