// Runs before `npm start` and `npm test`, without dependencies and in plain old JavaScript: a Node that is too old must
// still be able to read it and say so.
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

/** The packages that a lock file names; none where there is no such file or it is damaged. */
function packagesIn(file) {
  try {
    return JSON.parse(fs.readFileSync(path.join(root, file), 'utf8')).packages
  } catch (e) {
    return {}
  }
}

/** npm itself notes in node_modules what it installed, whoever called it. What belongs to other systems is not there. */
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
  // the packages to build with are needed even where NODE_ENV or npm's own settings leave them out
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
