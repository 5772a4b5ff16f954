import type { Fields } from '../../shared/types'
import type { Host } from '../host-types'
import { createSelectorQuery } from '../selector-query'
import { addAccount } from './account'
import { createTarget } from './api'
import { removeNewerApis } from './base-library'
import { addCanvas } from './canvas'
import { addDevice } from './device'
import { addEvents } from './events'
import { addFiles } from './files'
import { addInnerAudio } from './inner-audio'
import { addMedia } from './media'
import { addNetwork } from './network'
import { addNoOps } from './no-op'
import { addRecording } from './recording'
import { addRequest } from './request'
import { addRouter } from './router'
import { forbidForSinglePage } from './single-page'
import { addSocket } from './socket'
import { addStorage } from './storage'
import { addTransfers } from './transfer'
import { addUi } from './ui'
import { addUpdateManager } from './update-manager'

const MODULES = [
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
  addNoOps,
  addSocket,
  addStorage,
  addTransfers,
  addUi,
  addUpdateManager,
]

/** Names that frameworks read only to test for a feature, or that they add to `wx` themselves. */
const PROBES = /^(webpackJsonp|cloud|__|then$|toJSON$|onNeed|env$)/

/** Creates `wx`. A name that is neither implemented nor mocked is undefined, as in an old WeChat, and is recorded. */
export function createWx(host: Host): Fields {
  const target = createTarget(host)
  for (const add of MODULES) add(target)
  target.wx.createSelectorQuery = () => createSelectorQuery(host)
  for (const name of [...Object.keys(host.settings.mocks), ...host.settings.functionMocks])
    if (!(name in target.wx) && !name.includes(':')) target.api(name, () => ({}))
  removeNewerApis(target)
  forbidForSinglePage(target)
  return new Proxy(target.wx, {
    get(wx, name) {
      if (typeof name === 'symbol' || name in wx || PROBES.test(name)) return Reflect.get(wx, name)
      if (!host.record.missing.includes(name)) host.record.missing.push(name)
      return undefined
    },
  })
}
