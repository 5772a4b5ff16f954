import type { Fields, Host } from '../host-types'
import { createSelectorQuery } from '../selector-query'
import { addAccount } from './account'
import { createTarget } from './api'
import { addCanvas } from './canvas'
import { addDevice } from './device'
import { addEvents } from './events'
import { addFiles } from './files'
import { addInnerAudio } from './inner-audio'
import { addMedia } from './media'
import { addNetwork } from './network'
import { removeNewer } from './older-library'
import { addRecording } from './recording'
import { addRequest } from './request'
import { addRouter } from './router'
import { addSilent } from './silent'
import { forbidForSinglePage } from './single-page'
import { addStorage } from './storage'
import { addTransfers } from './transfer'
import { addUi } from './ui'
import { addUpdateManager } from './update-manager'

const PARTS = [
  addAccount,
  addCanvas,
  addDevice,
  addEvents,
  addFiles,
  addInnerAudio,
  addMedia,
  addNetwork,
  addRequest,
  addRecording,
  addRouter,
  addSilent,
  addStorage,
  addTransfers,
  addUi,
  addUpdateManager,
]

/** Names frameworks look up only to see whether they exist, or put on `wx` themselves. */
const PROBES = /^(webpackJsonp|cloud|__|then$|toJSON$|onNeed|env$)/

/** The `wx` object. What it lacks is undefined, as on an old WeChat, and goes on record; a mock adds it. */
export function createWx(host: Host): Fields {
  const target = createTarget(host)
  for (const add of PARTS) add(target)
  target.wx.createSelectorQuery = () => createSelectorQuery(host)
  for (const name of [...Object.keys(host.settings.mocks), ...host.settings.mockedOutside])
    if (!(name in target.wx) && !name.includes(':')) target.api(name, () => ({}))
  removeNewer(target)
  forbidForSinglePage(target)
  return new Proxy(target.wx, {
    get(wx, name) {
      if (typeof name === 'symbol' || name in wx || PROBES.test(name)) return Reflect.get(wx, name)
      if (!host.record.missing.includes(name)) host.record.missing.push(name)
      return undefined
    },
  })
}
