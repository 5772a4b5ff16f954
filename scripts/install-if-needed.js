// Runs before `npm start` and `npm test` without dependencies and in ES5, so that a Node that is too old can still print
// the message.
var fs = require('fs')
var path = require('path')
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

/** Packages of a lock file; empty when the file is missing or damaged. */
function packagesIn(file) {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages
  } catch (e) {
    return {}
  }
}

/** Compares with the list that npm keeps in node_modules. Optional packages of other systems are not installed. */
function installed() {
  var wanted = packagesIn('package-lock.json')
  var found = packagesIn('node_modules/.package-lock.json')
  return Object.keys(wanted).every(function (name) {
    if (name === '') return true
    if (!found[name]) return wanted[name].optional === true
    return found[name].version === wanted[name].version && found[name].integrity === wanted[name].integrity
  })
}

function install() {
  console.log('Installing packages (once, about a minute)…')
  // the build needs dev dependencies even where NODE_ENV or npm's settings omit them
  var run = spawn('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
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
}

if (!installed()) install()
