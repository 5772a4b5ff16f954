/** The used parts of a service worker's events and scope. TypeScript's own types conflict with those of pages. */
interface LifecycleEvent {
  waitUntil(work: Promise<unknown>): void
}
export interface FetchEventLike extends LifecycleEvent {
  request: Request
  preloadResponse?: Promise<Response | undefined>
  respondWith(answer: Promise<Response>): void
}
export interface MessageEventLike extends LifecycleEvent {
  data: unknown
  source: { url?: string } | null
}
export interface PushEventLike extends LifecycleEvent {
  data: { json(): unknown } | null
}
export interface NotificationLike {
  data: unknown
  close(): void
}
export interface NotificationEventLike extends LifecycleEvent {
  notification: NotificationLike
}
export interface WindowLike {
  url: string
  visibilityState: string
  focus(): Promise<unknown>
}
export interface WorkerScope {
  caches: CacheStorage
  location: { origin: string }
  /** Some browsers report the user's data saver setting. */
  navigator: { connection?: { saveData?: boolean } }
  clients: {
    claim(): Promise<void>
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<WindowLike[]>
    openWindow(url: string): Promise<unknown>
  }
  registration: {
    scope: string
    navigationPreload?: { enable(): Promise<void> }
    unregister(): Promise<boolean>
    getNotifications(filter: { tag: string }): Promise<NotificationLike[]>
    showNotification(title: string, options: Record<string, unknown>): Promise<void>
  }
  fetch(request: Request | string, init?: RequestInit): Promise<Response>
  skipWaiting(): Promise<void>
  addEventListener(kind: 'install' | 'activate', run: (event: LifecycleEvent) => void): void
  addEventListener(kind: 'fetch', run: (event: FetchEventLike) => void): void
  addEventListener(kind: 'message', run: (event: MessageEventLike) => void): void
  addEventListener(kind: 'push', run: (event: PushEventLike) => void): void
  addEventListener(kind: 'notificationclick', run: (event: NotificationEventLike) => void): void
}
