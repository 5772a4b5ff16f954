// Runs before `npm start` and `npm test`, without dependencies and in plain old JavaScript: a Node that is too old must
// still be able to read it and say so.
var fs = require('fs')
var path = require('path')
var crypto = require('crypto')
var spawn = require('child_process').spawnSync

var root = path.join(__dirname, '..')
var version = process.versions.node.split('.').map(Number)
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  console.error(
    'Kaizhang needs Node.js 20.19 or newer; this is ' +
      process.versions.node +
      '.\nInstall it from https://nodejs.org and run the command again.',
  )
  process.exit(1)
}

var lock = crypto
  .createHash('sha256')
  .update(fs.readFileSync(path.join(root, 'package-lock.json')))
  .digest('hex')
var stamp = path.join(root, 'node_modules', '.kaizhang-lock')

function installed() {
  try {
    return fs.readFileSync(stamp, 'utf8') === lock
  } catch (e) {
    return false
  }
}

function install() {
  console.log('Installing packages (once, about a minute)…')
  var run = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (run.status !== 0) {
    console.error(
      'The packages could not be installed (npm ci, see above). Check the network and run the command again.',
    )
    process.exit(1)
  }
  fs.writeFileSync(stamp, lock)
}

if (!installed()) install()
