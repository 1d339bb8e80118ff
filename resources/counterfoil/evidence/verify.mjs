#!/usr/bin/env node
// Verifies evidence packs of Counterfoil ledgers. One file, no packages, Node.js 18 or later:
//
//     node verify.mjs PACK.zip
//     node verify.mjs --key 'ORIGIN+ID+KEY' PACK.zip     checkpoints must be signed by this key
//     node verify.mjs --json PACK.zip ...                one line of JSON for each pack
//
// Exit code: 0 every pack is valid, 1 one is not, 2 wrong usage or a file that cannot be read.
//
// It shares nothing with the program that made the pack but the published constructions: SHA-256,
// HMAC-SHA256 and Ed25519 (of Node.js), the tree hashes and proofs of RFC 6962 and RFC 9162, and
// the signed notes and checkpoints of C2SP. Read it from the end: verify() lists the steps.

import { createHash, createHmac, createPublicKey, verify as ed25519, timingSafeEqual } from 'node:crypto';
import { isUtf8 } from 'node:buffer';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const MOST_FINDINGS = 1000;
const MOST_TEXT_FILE = 64 * 1024 * 1024;
const MOST_ENTRIES_FILE = 16 * 1024 * 1024;
const MOST_PAYLOAD = 1024 * 1024;
const MOST_ENVELOPE = 65535;
const MOST_NOTE = 65536;

// ---------------------------------------------------------------------------------------------
// Findings: what is wrong, where (a position in the ledger, 0 for the pack as a whole), of what kind

class Findings {
  list = [];
  more = 0;

  add(kind, position, what) {
    if (this.list.length < MOST_FINDINGS) this.list.push({ kind, position, what });
    else this.more++;
  }
}

/** Nothing more can be said about the pack. */
class Unreadable extends Error {
  constructor(kind, position, what) {
    super(what);
    this.kind = kind;
    this.position = position;
  }
}

// ---------------------------------------------------------------------------------------------
// Bytes and texts. Whatever has two spellings is refused, so that no bit is without meaning.

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function utf8(bytes) {
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}

/** The bytes of a standard Base64 text, or null. Node's own decoder lets nearly anything pass. */
function base64(text) {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}

function hash32(text) {
  const bytes = base64(text);
  return bytes !== null && bytes.length === 32 ? bytes : null;
}

function sha256(...parts) {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part);
  return digest.digest();
}

const isText = (value) => typeof value === 'string';
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

// ---------------------------------------------------------------------------------------------
// The container: a ZIP whose files are stored as they are, one directly behind the other. Every
// byte of it is demanded, so nothing can hide between or behind the files.

class Container {
  constructor(path) {
    this.file = openSync(path, 'r');
    this.size = fstatSync(this.file).size;
    this.files = new Map();
  }

  close() {
    closeSync(this.file);
  }

  bytes(offset, length) {
    const bytes = Buffer.alloc(length);
    for (let done = 0; done < length; ) {
      const got = readSync(this.file, bytes, done, length - done, offset + done);
      if (got === 0) throw new Unreadable('container', 0, 'The file ends too early.');
      done += got;
    }
    return bytes;
  }

  open() {
    const no = (what) => new Unreadable('container', 0, `It is no evidence pack, or a damaged one: ${what}.`);
    if (this.size < 22 || this.size > 0xffffffff) throw no('its size');
    const end = this.bytes(this.size - 22, 22);
    const count = end.readUInt16LE(10);
    const length = end.readUInt32LE(12);
    const start = end.readUInt32LE(16);
    const expected = Buffer.alloc(22);
    expected.writeUInt32LE(0x06054b50, 0);
    expected.writeUInt16LE(count, 8);
    expected.writeUInt16LE(count, 10);
    expected.writeUInt32LE(length, 12);
    expected.writeUInt32LE(start, 16);
    if (!end.equals(expected) || start + length + 22 !== this.size) throw no('its end');
    const directory = this.bytes(start, length);
    let at = 0;
    let next = 0;
    for (let i = 0; i < count; i++) {
      if (at + 46 > length) throw no('its list of files');
      const crc = directory.readUInt32LE(at + 16);
      const size = directory.readUInt32LE(at + 20);
      const nameLength = directory.readUInt16LE(at + 28);
      if (nameLength > 100 || at + 46 + nameLength > length) throw no('its list of files');
      const name = directory.subarray(at + 46, at + 46 + nameLength);
      if (!directory.subarray(at, at + 46 + nameLength).equals(centralHeader(name, crc, size, next))) {
        throw no('its list of files');
      }
      at += 46 + nameLength;
      const data = next + 30 + nameLength;
      if (data + size > start) throw no('the length of a file');
      if (!this.bytes(next, 30 + nameLength).equals(localHeader(name, crc, size))) throw no('a heading');
      const text = name.toString('latin1');
      if (this.files.has(text)) throw no('two files of one name');
      this.files.set(text, { offset: data, size, crc });
      next = data + size;
    }
    if (at !== length || next !== start) throw no('something between its files');
  }

  read(name, most) {
    const { offset, size } = this.files.get(name);
    if (size > most) throw new Unreadable('file', 0, `${name} is larger than any such file may be.`);
    return this.bytes(offset, size);
  }
}

/** ZIP's own check sum, bit by bit. */
function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** Version 1.0, UTF-8 names, stored, 1 February 1980, no extra field: as every pack is written. */
function localHeader(name, crc, size) {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  common(header, 4, name, crc, size);
  return Buffer.concat([header, name]);
}

function centralHeader(name, crc, size, offset) {
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(10, 4);
  common(header, 6, name, crc, size);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}

function common(header, at, name, crc, size) {
  header.writeUInt16LE(10, at);
  header.writeUInt16LE(0x0800, at + 2);
  header.writeUInt16LE(0, at + 4);
  header.writeUInt32LE(0x00410000, at + 6);
  // Computed for the manifest only: of all others its SHA-256 says more than a CRC-32 can.
  header.writeUInt32LE(crc, at + 10);
  header.writeUInt32LE(size, at + 14);
  header.writeUInt32LE(size, at + 18);
  header.writeUInt16LE(name.length, at + 22);
}

// ---------------------------------------------------------------------------------------------
// The manifest: what the ledger was founded as, what is in the pack. It has one spelling only.

function manifestOf(bytes) {
  const no = (what) => new Unreadable('manifest', 0, `manifest.json is not that of an evidence pack: ${what}.`);
  let given;
  try {
    given = JSON.parse(utf8(bytes));
  } catch {
    throw no('it is no JSON');
  }
  if (!isObject(given)) throw no('it is no object');
  if (given.format !== 'counterfoil.local/evidence/v1') throw no('another format, or a later version');
  const { ledger } = given;
  if (!isObject(ledger)) throw no('it names no ledger');
  const plain = (text, most) => isText(text) && text.length > 0 && text.length <= most && !/[\u0000-\u001f\u007f-\u009f\ud800-\udfff]/u.test(text);
  for (const text of [ledger.origin, ledger.branch, ledger.currency, ledger.zone, ledger.founded_at, given.made_at, given.workstation, given.program]) {
    if (!plain(text, 200)) throw no('a text is missing');
  }
  if (typeof ledger.practice !== 'boolean') throw no('practice or not');
  if (!Number.isSafeInteger(given.entries) || given.entries < 0) throw no('the number of entries');
  if (!isText(given.root) || hash32(given.root) === null) throw no('the root');
  if (!Array.isArray(given.files)) throw no('it lists no files');
  const names = [];
  for (const file of given.files) {
    if (!isObject(file) || !plain(file.name, 100)) throw no('the name of a file');
    if (!Number.isSafeInteger(file.bytes) || file.bytes < 0) throw no('the size of a file');
    if (!isText(file.sha256) || !/^[0-9a-f]{64}$/.test(file.sha256)) throw no('the SHA-256 of a file');
    names.push(file.name);
  }
  const chunks = names.length - 5;
  const expected = ['README.txt', 'verify.mjs'];
  for (let i = 1; i <= chunks; i++) expected.push(entriesFile(i));
  expected.push('checkpoints.txt', 'keys.txt', 'proofs.txt');
  if (chunks < 0 || names.some((name, i) => name !== expected[i])) throw no('its list of files');
  const manifest = {
    format: given.format,
    ledger: {
      origin: ledger.origin,
      branch: ledger.branch,
      currency: ledger.currency,
      zone: ledger.zone,
      founded_at: ledger.founded_at,
      practice: ledger.practice,
    },
    entries: given.entries,
    root: given.root,
    made_at: given.made_at,
    workstation: given.workstation,
    program: given.program,
    files: given.files.map(({ name, bytes: size, sha256: digest }) => ({ name, bytes: size, sha256: digest })),
  };
  const spelled = Buffer.from(JSON.stringify(manifest, null, 2) + '\n', 'utf8');
  if (!spelled.equals(bytes)) throw no('it is not written as it must be');
  return manifest;
}

const entriesFile = (number) => `entries/${String(number).padStart(6, '0')}.bin`;

/** The files that the manifest lists are those in the pack, and unchanged since it was written. */
function checkFiles(container, manifest, findings) {
  const listed = [...manifest.files.map((file) => file.name), 'manifest.json'];
  const there = [...container.files.keys()];
  if (listed.length !== there.length || listed.some((name, i) => name !== there[i])) {
    throw new Unreadable('file', 0, 'The files in the pack are not those that its manifest lists.');
  }
  for (const file of manifest.files) {
    const { offset, size } = container.files.get(file.name);
    const digest = createHash('sha256');
    for (let done = 0; done < size; done += MOST_ENTRIES_FILE) {
      digest.update(container.bytes(offset + done, Math.min(MOST_ENTRIES_FILE, size - done)));
    }
    if (size !== file.bytes || digest.digest('hex') !== file.sha256) {
      findings.add('file', 0, `${file.name} is not the file that the manifest lists.`);
    }
  }
}

// ---------------------------------------------------------------------------------------------
// RFC 6962: the tree over all entries. Its root stands for every bit of every entry, in order.

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);
const leafHash = (bytes) => sha256(LEAF, bytes);
const nodeHash = (left, right) => sha256(NODE, left, right);

class Tree {
  size = 0;
  peaks = []; // the perfect subtrees it consists of, the largest first

  add(leaf) {
    let peak = leaf;
    for (let n = this.size; n % 2 === 1; n = Math.floor(n / 2)) peak = nodeHash(this.peaks.pop(), peak);
    this.peaks.push(peak);
    this.size++;
  }

  root() {
    if (this.size === 0) return sha256();
    let root = this.peaks[this.peaks.length - 1];
    for (let i = this.peaks.length - 2; i >= 0; i--) root = nodeHash(this.peaks[i], root);
    return root;
  }
}

/** RFC 9162, 2.1.3.2: a leaf is in a tree of that size and root. */
function included(leaf, index, path, size, root) {
  if (index >= size) return false;
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const beside of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(beside, hash);
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2);
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHash(hash, beside);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && hash.equals(root);
}

/** RFC 9162, 2.1.4.2: the larger tree begins with the smaller one. */
function consistent(older, olderRoot, newer, newerRoot, path) {
  if (older < 1 || older >= newer || path.length === 0) return false;
  let node = older - 1;
  let last = newer - 1;
  while (node % 2 === 1) {
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  // The root of an older tree that is one perfect subtree is not in the path: it is known.
  const perfect = node === 0;
  const [first, ...rest] = perfect ? [olderRoot, ...path] : path;
  let old = first;
  let grown = first;
  for (const beside of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      old = nodeHash(beside, old);
      grown = nodeHash(beside, grown);
      while (node % 2 === 0 && node !== 0) {
        node = Math.floor(node / 2);
        last = Math.floor(last / 2);
      }
    } else {
      grown = nodeHash(grown, beside);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && old.equals(olderRoot) && grown.equals(newerRoot);
}

// ---------------------------------------------------------------------------------------------
// Ed25519 signatures, each computed once: acts that were signed together share one.

// The points of small order, the bit of the sign left out: for such a key anybody can sign.
const SMALL_ORDER = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
]);

function isSmallOrder(key) {
  const unsigned = Buffer.from(key);
  unsigned[31] &= 0x7f;
  return SMALL_ORDER.has(unsigned.toString('hex'));
}

/** Whether 32 bytes are a key: a point of the curve, as RFC 8032 decodes it, and not of small order. */
function isPoint(key) {
  const p = 2n ** 255n - 19n;
  const power = (base, exponent) => {
    let result = 1n;
    for (let b = base % p, e = exponent; e > 0n; e >>= 1n, b = (b * b) % p) if (e & 1n) result = (result * b) % p;
    return result;
  };
  const y = BigInt('0x' + Buffer.from(key).reverse().toString('hex')) & (2n ** 255n - 1n);
  if (y >= p || isSmallOrder(key)) return false;
  const d = ((p - 121665n) * power(121666n, p - 2n)) % p;
  const square = ((y * y + p - 1n) * power(d * y * y + 1n, p - 2n)) % p;
  return power(square, (p - 1n) / 2n) === 1n;
}

const X509 = Buffer.from('302a300506032b6570032100', 'hex'); // RFC 8410

class Signatures {
  keys = new Map();
  known = new Map();
  computed = 0;

  verifies(key, message, signature) {
    if (signature.length !== 64 || isSmallOrder(key)) return false;
    const name = sha256(key, signature, message).toString('latin1');
    let good = this.known.get(name);
    if (good === undefined) {
      good = this.compute(key, message, signature);
      if (this.known.size > 10000) this.known.clear();
      this.known.set(name, good);
    }
    return good;
  }

  compute(key, message, signature) {
    this.computed++;
    try {
      const name = key.toString('latin1');
      let known = this.keys.get(name);
      if (known === undefined) {
        known = createPublicKey({ key: Buffer.concat([X509, key]), format: 'der', type: 'spki' });
        if (this.keys.size > 10000) this.keys.clear();
        this.keys.set(name, known);
      }
      return ed25519(null, message, known, signature);
    } catch {
      return false; // bytes that are no point of the curve
    }
  }
}

// ---------------------------------------------------------------------------------------------
// The envelope: all that is recorded of an entry but its content, to which it commits. It is the
// leaf of the tree. Fields in fixed order, each with its length in two bytes; 0xFFFF for none.

const ABSENT = 0xffff;
const FURTHEST = 1n << 62n;

class Malformed extends Error {}

class Envelope {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 4;
    const start = bytes.length < 4 ? 0 : bytes.readUInt32BE(0);
    if (start !== 0x43464501 && start !== 0x43464502) throw new Malformed();
    this.position = this.number(1n, (1n << 63n) - 1n);
    const signedFrom = this.at;
    this.stream = this.text();
    if (this.stream.length > 100 || !/^[a-z]+-[!-~]+$/.test(this.stream)) throw new Malformed();
    this.version = this.number(0n, (1n << 63n) - 1n);
    this.type = this.text();
    if (this.type.length === 0 || this.type.length > 60) throw new Malformed();
    this.schema = this.number(1n, (1n << 31n) - 1n);
    this.command = this.exactly(16).toString('latin1');
    this.exactly(32); // the digest of the command
    this.actor = this.text();
    this.role = this.text();
    this.skipText(); // branch
    this.skipText(); // workstation
    this.skipText(true); // till session
    this.date(); // business date
    if (this.isPresent()) this.date(); // value date
    this.exactly(16); // correlation id
    if (this.isPresent()) this.exactly(16); // causation id
    this.reason = this.isPresent() ? this.text() : null;
    this.approver = this.isPresent() ? this.text() : null;
    const signedTo = this.at;
    this.time = this.number(-FURTHEST, FURTHEST);
    this.signature = null;
    if (start === 0x43464502) {
      const length = this.length();
      if (length === 0 || length > 2000) throw new Malformed();
      this.signature = this.take(length);
    }
    const commitmentFrom = this.at;
    this.commitment = this.exactly(32);
    if (this.at !== bytes.length) throw new Malformed();
    // What its maker signs: all that they knew, which is everything but position and time.
    this.statement = () =>
      Buffer.concat([STATEMENT, bytes.subarray(signedFrom, signedTo), bytes.subarray(commitmentFrom)]);
    const hyphen = this.stream.indexOf('-');
    this.category = this.stream.slice(0, hyphen);
    this.subject = this.stream.slice(hyphen + 1);
  }

  length() {
    if (this.at + 2 > this.bytes.length) throw new Malformed();
    const length = this.bytes.readUInt16BE(this.at);
    this.at += 2;
    if (length === ABSENT || this.at + length > this.bytes.length) throw new Malformed();
    return length;
  }

  isPresent() {
    if (this.at + 2 > this.bytes.length) throw new Malformed();
    if (this.bytes.readUInt16BE(this.at) !== ABSENT) return true;
    this.at += 2;
    return false;
  }

  take(length) {
    const bytes = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return bytes;
  }

  exactly(length) {
    if (this.length() !== length) throw new Malformed();
    return this.take(length);
  }

  number(least, most) {
    const value = this.exactly(8).readBigInt64BE(0);
    if (value < least || value > most) throw new Malformed();
    return value;
  }

  date() {
    this.number(-365243219162n, 365241780471n); // the years from -999999999 to 999999999
  }

  text() {
    const bytes = this.take(this.length());
    if (bytes.length > 3000) throw new Malformed();
    const text = utf8(bytes);
    if (text === null || text.length > 1000) throw new Malformed();
    return text;
  }

  skipText(optional = false) {
    if (optional && !this.isPresent()) return;
    const bytes = this.take(this.length());
    if (bytes.length > 3000 || !isUtf8(bytes)) throw new Malformed();
    if (bytes.length > 1000 && utf8(bytes).length > 1000) throw new Malformed();
  }
}

const STATEMENT = Buffer.from('CFS\x01', 'latin1');

/**
 * A maker's signature: their key, the leaf's place and number in the tree of statements that were
 * signed together, the signature over that tree's root, the path to it.
 */
function makersSignature(bytes) {
  if (bytes.length < 104) return null;
  const index = bytes.readInt32BE(32);
  const size = bytes.readInt32BE(36);
  if (size < 1 || size > 4096 || index < 0 || index >= size) return null;
  let steps = 0;
  for (let place = index, last = size - 1; last > 0; place >>= 1, last >>= 1) {
    if (place % 2 === 1 || place < last) steps++;
  }
  if (bytes.length !== 104 + 32 * steps) return null;
  const path = [];
  for (let i = 0; i < steps; i++) path.push(bytes.subarray(104 + 32 * i, 136 + 32 * i));
  return { key: bytes.subarray(0, 32), index, size, signature: bytes.subarray(40, 104), path };
}

function signedMessage(signature, statement, origin) {
  let hash = leafHash(statement);
  let place = signature.index;
  let last = signature.size - 1;
  for (const beside of signature.path) {
    while (place === last && place % 2 === 0) {
      place >>= 1;
      last >>= 1;
    }
    hash = place % 2 === 1 ? nodeHash(beside, hash) : nodeHash(hash, beside);
    place >>= 1;
    last >>= 1;
  }
  const root = hash.toString('base64');
  return Buffer.from(`counterfoil.local/acts/v1\n${origin}\n${signature.size}\n${root}\n`, 'utf8');
}

// ---------------------------------------------------------------------------------------------
// The people: their roles and keys as they were at each entry, from the entries themselves

const DOOR = new Set(['SignedIn', 'SignInFailed', 'SignedOut', 'WorkstationLocked', 'WorkstationUnlocked', 'PasswordConfirmed']);
const STAFF = new Set([
  ...DOOR,
  'StaffMemberAdded',
  'RoleGranted',
  'RoleRevoked',
  'PasswordChanged',
  'StaffSuspended',
  'StaffReinstated',
  'SignInUnlocked',
  'SigningKeyCertified',
  'SigningKeyRevoked',
]);
const ROLES = new Set(['teller', 'head_teller', 'auditor', 'administrator']);
const MANAGE_STAFF = ['administrator'];
const CERTIFY_KEYS = ['administrator', 'head_teller'];
const ERASE_CUSTOMERS = ['administrator'];
const MAINTAIN_LEDGER = ['administrator'];
const SERVE_CUSTOMERS = ['teller', 'head_teller'];
const MONEY = ['account', 'cheque', 'day', 'till'];
const ABOUT_A_KEY = ['SigningKeyCertified', 'SigningKeyRevoked'];
const RIGHTS = {
  SignInUnlocked: CERTIFY_KEYS, // the same roles may end a lock
  SigningKeyCertified: CERTIFY_KEYS,
  SigningKeyRevoked: CERTIFY_KEYS,
};

/** What happens before anybody has shown who they are, and a workstation's own key: unsigned. */
function unsignedByNature(entry) {
  if (entry.category === 'staff') return DOOR.has(entry.type);
  return entry.category === 'workstation' && ['SignInFailed', 'WorkstationKeyAdded'].includes(entry.type);
}

const erases = (entry) => entry.category === 'customer' && entry.type === 'CustomerErased';
const changesRights = (entry) => entry.category === 'staff' && !unsignedByNature(entry);

class People {
  members = new Map();
  begun = false; // whether anybody has ever had a key: from then on every act is signed

  keyOf(name) {
    const member = this.members.get(name);
    return member === undefined || member.revoked ? null : member.key;
  }

  /** Takes an entry of a person's stream; returns the key that it gives, if it gives one. */
  take(entry) {
    const member = this.members.get(entry.subject);
    if (!STAFF.has(entry.type) || entry.schema !== 1n) throw new Malformed();
    if ((member === undefined) !== (entry.type === 'StaffMemberAdded')) throw new Malformed();
    let given = null;
    if (entry.type === 'StaffMemberAdded') {
      const facts = factsOf(entry);
      if (!Array.isArray(facts.roles) || !facts.roles.every((role) => ROLES.has(role))) throw new Malformed();
      given = givenKey(facts);
      this.members.set(entry.subject, { roles: new Set(facts.roles), key: given, revoked: false });
    } else if (entry.type === 'RoleGranted' || entry.type === 'RoleRevoked') {
      const { role } = factsOf(entry);
      if (!ROLES.has(role)) throw new Malformed();
      if (entry.type === 'RoleGranted') member.roles.add(role);
      else member.roles.delete(role);
    } else if (entry.type === 'PasswordChanged') {
      given = givenKey(factsOf(entry));
      // The same key under another password is what it was.
      if (given !== member.key) member.revoked = false;
      member.key = given;
    } else if (ABOUT_A_KEY.includes(entry.type)) {
      if (keyNamed(entry) === null) throw new Malformed();
      member.revoked = entry.type === 'SigningKeyRevoked';
    }
    this.begun ||= this.keyOf(entry.subject) !== null;
    return given;
  }
}

const KEY = /^[A-Za-z0-9+/]{43}=$/;

function givenKey(facts) {
  if (!Object.hasOwn(facts, 'signing_key')) return null;
  const key = facts.signing_key;
  if (!isObject(key) || !isText(key.public) || !KEY.test(key.public)) throw new Malformed();
  return key.public;
}

/** The key that an entry certifies or revokes; null if its content names none. */
function keyNamed(entry) {
  try {
    const key = factsOf(entry).public_key;
    return isText(key) && KEY.test(key) ? key : null;
  } catch (e) {
    if (!(e instanceof Malformed)) throw e;
    return null;
  }
}

/** The content of an entry as an object. */
function factsOf(entry) {
  let facts = null;
  try {
    facts = entry.content === null ? null : JSON.parse(utf8(entry.content));
  } catch {
    // It is no JSON.
  }
  if (!isObject(facts)) throw new Malformed();
  return facts;
}

// ---------------------------------------------------------------------------------------------
// The approvals: who approved what, signed over the very text that they were shown

class Approvals {
  asked = new Map();
  granted = new Map();
  used = new Set(); // by whom, in the act that is looked at

  /** Takes an entry of an approval's stream; returns what must have been signed, if anything. */
  take(entry, people, wrong) {
    if (entry.schema !== 1n) throw new Malformed();
    const id = entry.subject;
    if (entry.type === 'ApprovalRequested') {
      const facts = factsOf(entry);
      if (facts.approval !== id || !isText(facts.text) || !isText(facts.digest) || !/^[0-9a-f]{64}$/.test(facts.digest)) {
        throw new Malformed();
      }
      this.asked.set(id, { text: facts.text, digest: facts.digest, erased: entry.erased });
    } else if (entry.type === 'ApprovalGranted') {
      return this.grant(entry, id, people, wrong);
    } else if (['ApprovalUsed', 'ApprovalRejected', 'ApprovalWithdrawn'].includes(entry.type)) {
      if (entry.type === 'ApprovalUsed' && this.granted.has(id)) this.used.add(this.granted.get(id));
      this.granted.delete(id);
      this.asked.delete(id);
    } else {
      throw new Malformed();
    }
    return null;
  }

  grant(entry, id, people, wrong) {
    const facts = factsOf(entry);
    const isSigned = Object.hasOwn(facts, 'signature');
    if (facts.approval !== id || !isText(facts.approver)) throw new Malformed();
    if (isSigned) {
      if (!isText(facts.public_key) || !KEY.test(facts.public_key)) throw new Malformed();
      if (!isText(facts.signature) || !/^[A-Za-z0-9+/]{86}==$/.test(facts.signature)) throw new Malformed();
    }
    this.granted.set(id, facts.approver);
    if (!isSigned) {
      if (people.begun) wrong('the approver has not signed what was approved');
      return null;
    }
    const asked = this.asked.get(id);
    if (asked === undefined || people.keyOf(facts.approver) !== facts.public_key) {
      wrong(`it is approved with a key that was not ${facts.approver}'s then`);
      return null;
    }
    // Of a text that is gone nobody can tell any more whether it was the one that was signed.
    if (asked.erased) return null;
    return {
      key: Buffer.from(facts.public_key, 'base64'),
      message: Buffer.from(`counterfoil.local/approval/v1\n${id}\n${asked.digest}\n${asked.text}`, 'utf8'),
      signature: Buffer.from(facts.signature, 'base64'),
    };
  }
}

// ---------------------------------------------------------------------------------------------
// What was erased: only by an entry that says so later, with the SHA-256 of what is left of each

/** Where something personal may stand: never in what people, keys and approvals rest on. */
const PERSONAL = {
  customer: ['CustomerRegistered', 'CustomerDetailsChanged'],
  account: [
    'AccountClosed',
    'AccountFrozen',
    'AccountOpened',
    'AccountUnfrozen',
    'ChequeDeposited',
    'FeeCharged',
    'HoldPlaced',
    'HoldReleased',
    'HolderAdded',
    'HolderRemoved',
    'InterestCredited',
    'MinimumBalanceSet',
    'MoneyDeposited',
    'MoneyWithdrawn',
    'OverdraftInterestCharged',
    'OverdraftLimitSet',
    'TransactionReversed',
    'TransferReceived',
    'TransferSent',
  ],
  approval: ['ApprovalRequested', 'ApprovalRejected'],
  review: ['ExceptionSignedOff'],
};

const mayBeErased = (entry) => Object.hasOwn(PERSONAL, entry.category) && PERSONAL[entry.category].includes(entry.type);

class Erasures {
  waiting = new Map();

  gone(entry, left) {
    const { category, subject } = entry;
    this.waiting.set(entry.place, { category, subject, digest: sha256(left).toString('hex'), named: false });
  }

  /** Takes an entry that orders one. What it names may also not be erased yet, all of it. */
  take(entry, findings) {
    const { entries } = factsOf(entry);
    if (entry.schema !== 1n || !Array.isArray(entries)) throw new Malformed();
    if (!entries.every((named) => isText(named) && /^[1-9][0-9]{0,14} [0-9a-f]{64}$/.test(named))) throw new Malformed();
    let done = 0;
    for (const named of entries) {
      const [position, digest] = named.split(' ');
      if (Number(position) >= entry.place) {
        findings.add('erasure', entry.place, 'it erases what was not recorded yet');
        return;
      }
      const gone = this.waiting.get(Number(position));
      if (gone === undefined) continue;
      done++;
      gone.named = true;
      if (gone.digest !== digest) {
        findings.add('erasure', Number(position), 'what is left of the erased content is not what its erasure says');
      } else if (gone.category === 'customer' && gone.subject !== entry.subject) {
        findings.add('erasure', Number(position), 'it was erased for another customer');
      }
    }
    if (done > 0 && done < entries.length) findings.add('erasure', entry.place, 'it is carried out in part only');
  }

  end(findings) {
    for (const [place, { named }] of this.waiting) {
      if (!named) findings.add('erasure', place, 'the content is gone, and no erasure says so');
    }
  }
}

// ---------------------------------------------------------------------------------------------
// The walk over all entries, from the first to the last, one file of them in memory at a time

const SHOWN = 0; // salt and content are there: they must be those that the envelope commits to
const RETOLD = 1; // a password's hash and a sealed key are left out: the rest is the pack's word
const ERASED = 2; // a person's data is gone for ever, salt and all: a signed entry names what is left

class Walk {
  tree = new Tree();
  versions = new Map();
  time = -FURTHEST;
  act = [];
  people = new People();
  approvals = new Approvals();
  keys = []; // every key that an entry gives, in order
  signed = 0;
  retold = 0;
  erased = 0;
  erasures = new Erasures();

  constructor(origin, checkpoints, findings, signatures) {
    this.origin = origin;
    this.findings = findings;
    this.signatures = signatures;
    // What is needed of the tree at the sizes of the checkpoints
    this.sizes = new Set(checkpoints.map((checkpoint) => checkpoint.size));
    this.roots = new Map();
    this.leaves = new Map();
    if (this.sizes.has(0)) this.roots.set(0, this.tree.root());
  }

  /** The entries of one file: length and envelope, a byte, then salt, length and content. */
  takeFile(bytes) {
    let at = 0;
    const take = (length, most) => {
      if (length > most || at + length > bytes.length) {
        throw new Unreadable('entry', this.tree.size + 1, 'The entries cannot be read from here on.');
      }
      at += length;
      return bytes.subarray(at - length, at);
    };
    const some = (most) => take(take(4, 4).readUInt32BE(0), most);
    while (at < bytes.length) {
      const envelope = some(MOST_ENVELOPE);
      const kind = take(1, 1)[0];
      if (kind > ERASED) take(1, 0);
      const salt = kind === SHOWN ? take(32, 32) : null;
      const content = some(MOST_PAYLOAD);
      this.takeEntry(envelope, kind, salt, content);
    }
  }

  takeEntry(bytes, kind, salt, content) {
    const leaf = leafHash(bytes);
    this.tree.add(leaf);
    const place = this.tree.size;
    if (this.sizes.has(place)) {
      this.roots.set(place, this.tree.root());
      this.leaves.set(place, leaf);
    }
    let entry;
    try {
      entry = new Envelope(bytes);
    } catch (e) {
      if (!(e instanceof Malformed)) throw e;
      this.findings.add('entry', place, 'the envelope is not one');
      return;
    }
    entry.place = place;
    entry.erased = kind === ERASED;
    entry.content = this.content(entry, kind, salt, content);
    // Positions are dense: nothing was deleted, inserted or moved.
    if (entry.position !== BigInt(place)) this.findings.add('position', place, 'it says another position');
    // So are the versions of each stream.
    const before = this.versions.get(entry.stream);
    if (entry.version !== (before === undefined ? 0n : before + 1n)) {
      this.findings.add('version', place, 'it is not the next one of its stream');
    }
    this.versions.set(entry.stream, entry.version);
    // Time never goes back.
    if (entry.time < this.time) this.findings.add('time', place, 'it was recorded before the entry in front of it');
    this.time = entry.time;
    // Entries of one command are one act: judged by what was known before it.
    if (this.act.length > 0 && this.act[0].command !== entry.command) this.endAct();
    this.act.push(entry);
  }

  /** The content, if it is there and the one that was recorded. */
  content(entry, kind, salt, content) {
    if (kind === SHOWN) {
      const commitment = createHmac('sha256', salt).update(content).digest();
      if (timingSafeEqual(commitment, entry.commitment)) return content;
      this.findings.add('payload', entry.place, 'the content is not the one that was recorded');
    } else if (kind === RETOLD) {
      this.retold++;
      if (entry.category === 'staff' && ['StaffMemberAdded', 'PasswordChanged'].includes(entry.type)) return content;
      this.findings.add('withheld', entry.place, 'its content is retold, though nothing in it is secret');
    } else {
      this.erased++;
      if (mayBeErased(entry)) {
        this.erasures.gone(entry, content);
        return content;
      }
      this.findings.add('withheld', entry.place, 'its content is gone, and nothing after it can be judged without');
    }
    return null;
  }

  endAct() {
    const { begun } = this.people;
    for (const entry of this.act) this.maker(entry, begun);
    for (const entry of this.act) this.learn(entry);
    if (begun) {
      for (const entry of this.act) {
        if (entry.approver !== null && !this.approvals.used.has(entry.approver)) {
          this.findings.add('approval', entry.place, 'nothing shows the approval that it names');
        }
      }
    }
    this.approvals.used.clear();
    this.act = [];
  }

  /** Each entry is signed by its actor, with the key and in a role that were theirs then. */
  maker(entry, begun) {
    const wrong = (kind, what) => this.findings.add(kind, entry.place, what);
    if (entry.signature === null) {
      if (begun && !unsignedByNature(entry)) wrong('unsigned', 'nobody has signed it');
      return;
    }
    const signature = makersSignature(entry.signature);
    if (signature === null) return wrong('signature', 'the signature is not one');
    this.signed++;
    const key = this.people.keyOf(entry.actor);
    if (key === null) return wrong('signer', 'it is signed for somebody who had no key');
    if (key !== signature.key.toString('base64')) {
      return wrong('signer', `it is signed with a key that was not ${entry.actor}'s then`);
    }
    const { roles } = this.people.members.get(entry.actor);
    const noRole = !ROLES.has(entry.role) && !changesRights(entry);
    if (!roles.has(entry.role) && !noRole) wrong('role', `${entry.actor} was no ${entry.role} then`);
    else if (!permits(entry, roles)) wrong('right', `${entry.actor} was not permitted to do it`);
    // Who certifies or revokes a key saw the one that the person had.
    const named = entry.category === 'staff' && ABOUT_A_KEY.includes(entry.type) ? keyNamed(entry) : null;
    if (named !== null && named !== this.people.keyOf(entry.subject)) {
      wrong('other_key', `it names a key that was not ${entry.subject}'s then`);
    }
    const message = signedMessage(signature, entry.statement(), this.origin);
    if (!this.signatures.verifies(signature.key, message, signature.signature)) {
      wrong('signature', 'the signature does not fit what is recorded');
    }
  }

  /** What an entry changes in what people may do, and in what was approved. */
  learn(entry) {
    try {
      if (entry.category === 'staff') {
        const key = this.people.take(entry);
        if (key !== null) this.keys.push({ place: entry.place, stream: entry.stream, key });
      } else if (entry.category === 'approval') {
        const wrong = (what) => this.findings.add('approval', entry.place, what);
        const by = this.approvals.take(entry, this.people, wrong);
        if (by !== null && !this.signatures.verifies(by.key, by.message, by.signature)) {
          this.findings.add('signature', entry.place, "the approver's signature does not fit what was shown");
        }
      } else if (entry.category === 'workstation' && entry.type === 'WorkstationKeyAdded') {
        const { key } = factsOf(entry);
        if (entry.schema !== 1n || !isText(key) || noteKey(key) === null) throw new Malformed();
        this.keys.push({ place: entry.place, stream: entry.stream, key });
      } else if (erases(entry)) {
        this.erasures.take(entry, this.findings);
      }
    } catch (e) {
      if (!(e instanceof Malformed)) throw e;
      this.findings.add('content', entry.place, 'what it says of people, keys, approvals or erasures cannot be');
    }
  }
}

/** Tellers and head tellers serve; history is taken over by whoever keeps the ledger. */
function toMoveMoney(entry) {
  return entry.category === 'account' && entry.reason === 'imported' ? MAINTAIN_LEDGER : SERVE_CUSTOMERS;
}

/** Nobody changes their own rights but for their password; others', and what is kept, only who may. */
function permits(entry, roles) {
  if (erases(entry)) return ERASE_CUSTOMERS.some((role) => roles.has(role));
  if (!changesRights(entry)) return !MONEY.includes(entry.category) || toMoveMoney(entry).some((role) => roles.has(role));
  const own = entry.subject === entry.actor;
  if (own) return entry.type === 'PasswordChanged';
  return (RIGHTS[entry.type] ?? MANAGE_STAFF).some((role) => roles.has(role));
}

// ---------------------------------------------------------------------------------------------
// C2SP signed notes and checkpoints: what workstations signed of the ledger as it grew

const NO_KEY_NAME = /[+\p{Zs}\p{Zl}\p{Zp}\u0000-\u001f\u0085]/u;

/** A key of the form name+id+key; null if it is none. */
function noteKey(text) {
  const match = text.length <= 1024 ? /^([^+]+)\+([0-9a-f]{8})\+(.+)$/su.exec(text) : null;
  const bytes = match === null ? null : base64(match[3]);
  if (bytes === null || bytes.length !== 33 || bytes[0] !== 1 || NO_KEY_NAME.test(match[1])) return null;
  const id = sha256(Buffer.from(match[1] + '\n', 'utf8'), bytes).readUInt32BE(0);
  if (id.toString(16).padStart(8, '0') !== match[2] || !isPoint(bytes.subarray(1))) return null;
  return { text, name: match[1], id, key: bytes.subarray(1) };
}

/** The notes in a file, an empty line behind each; null if it is not such a file. */
function checkpointsOf(bytes) {
  const text = utf8(bytes);
  if (text === null || /[\u0000-\u0009\u000b-\u001f]/.test(text)) return null;
  const checkpoints = [];
  let at = 0;
  const paragraph = () => {
    const end = text.indexOf('\n\n', at);
    if (end < 0 || end === at || text[at] === '\n') return null;
    const found = text.slice(at, end + 1);
    at = end + 2;
    return found;
  };
  while (at < text.length) {
    const signed = paragraph();
    const by = signed === null ? null : paragraph();
    if (by === null || Buffer.byteLength(signed) + Buffer.byteLength(by) + 1 > MOST_NOTE) return null;
    const lines = signed.split('\n');
    if (lines.length < 4 || !/^(0|[1-9][0-9]{0,17})$/.test(lines[1])) return null;
    const size = Number(lines[1]);
    const root = hash32(lines[2]);
    if (!Number.isSafeInteger(size) || root === null) return null;
    const signatures = by.slice(0, -1).split('\n').map(noteSignature);
    if (signatures.length > 32 || signatures.includes(null)) return null;
    checkpoints.push({ origin: lines[0], size, root, text: Buffer.from(signed, 'utf8'), signatures });
  }
  return checkpoints;
}

function noteSignature(line) {
  const match = /^\u2014 (.+) ([^ ]+)$/u.exec(line);
  const bytes = match === null ? null : base64(match[2]);
  if (bytes === null || bytes.length <= 4 || NO_KEY_NAME.test(match[1])) return null;
  return { name: match[1], id: bytes.readUInt32BE(0), signature: bytes.subarray(4) };
}

/** What is wrong with a checkpoint; null if it says what the ledger was, signed by a trusted key. */
function flawOf(checkpoint, before, walk, trusted, signatures) {
  if (checkpoint.origin !== walk.origin) return 'it is of another ledger';
  if (checkpoint.size < before) return 'it is smaller than the one in front of it';
  const root = walk.roots.get(checkpoint.size);
  if (root === undefined) return 'the ledger in the pack ends before it: its end is cut off';
  if (!root.equals(checkpoint.root)) return 'the ledger was another one when it was signed';
  let good = false;
  for (const { name, id, signature } of checkpoint.signatures) {
    for (const key of trusted) {
      if (key.name !== name || key.id !== id) continue;
      if (!signatures.verifies(key.key, checkpoint.text, signature)) return 'its signature does not fit';
      good = true;
    }
  }
  return good ? null : 'nobody has signed it whose key is known';
}

// ---------------------------------------------------------------------------------------------
// The proofs: between every two checkpoints, and for the last entry of each

function checkProofs(bytes, checkpoints, walk, findings) {
  const malformed = () => findings.add('proof', 0, 'The proofs are not those between the checkpoints of the pack.');
  const roots = new Map();
  for (const { size, root } of checkpoints) if (size > 0 && !roots.has(size)) roots.set(size, root);
  const sizes = [...roots.keys()];
  const last = sizes[sizes.length - 1];
  const text = utf8(bytes);
  if (text === null || (text !== '' && !text.endsWith('\n'))) return malformed();
  const lines = text.split('\n').slice(0, -1).map((line) => line.split(' '));
  const expected = [
    ...sizes.slice(1).map((size, i) => ['consistency', sizes[i], size]),
    ...sizes.map((size) => ['inclusion', size - 1, last]),
  ];
  if (lines.length !== expected.length) return malformed();
  const paths = [];
  for (let i = 0; i < lines.length; i++) {
    if (expected[i].some((word, at) => String(word) !== lines[i][at])) return malformed();
    const path = lines[i].slice(3).map(hash32);
    if (path.length > 126 || path.includes(null)) return malformed();
    paths.push(path);
  }
  for (let i = 0; i < expected.length; i++) {
    const [kind, from, to] = expected[i];
    if (kind === 'consistency') {
      if (!consistent(from, roots.get(from), to, roots.get(to), paths[i])) {
        findings.add('proof', to, `it does not show that the checkpoint of ${to} continues that of ${from}`);
      }
    } else {
      const leaf = walk.leaves.get(from + 1);
      if (leaf === undefined || !included(leaf, from, paths[i], to, roots.get(to))) {
        findings.add('proof', from + 1, `it does not show that entry ${from + 1} is in the checkpoint of ${to}`);
      }
    }
  }
}

// ---------------------------------------------------------------------------------------------
// All of it

/** @param demanded keys that the caller trusts; none: those that the ledger itself records */
function verify(path, demanded) {
  const findings = new Findings();
  const signatures = new Signatures();
  const report = {};
  const container = new Container(path);
  try {
    // 1. The container is whole, and the manifest lists what is in it.
    container.open();
    if (!container.files.has('manifest.json')) throw new Unreadable('container', 0, 'It is no evidence pack: it has no manifest.');
    const written = container.read('manifest.json', MOST_TEXT_FILE);
    if (crc32(written) !== container.files.get('manifest.json').crc) {
      throw new Unreadable('manifest', 0, 'manifest.json is damaged.');
    }
    const manifest = manifestOf(written);
    Object.assign(report, { ...manifest.ledger, entries: manifest.entries, root: manifest.root });
    checkFiles(container, manifest, findings);
    const checkpoints = checkpointsOf(container.read('checkpoints.txt', MOST_TEXT_FILE));
    if (checkpoints === null) findings.add('checkpoint', 0, 'checkpoints.txt does not hold signed checkpoints.');
    // 2. Every entry: its form, place, time, content, maker and approver; the tree over all of them.
    const walk = new Walk(manifest.ledger.origin, checkpoints ?? [], findings, signatures);
    let broken = null;
    try {
      for (const { name } of manifest.files) {
        if (name.startsWith('entries/')) walk.takeFile(container.read(name, MOST_ENTRIES_FILE));
      }
    } catch (e) {
      if (!(e instanceof Unreadable)) throw e;
      broken = e;
    }
    walk.endAct();
    if (broken !== null) throw broken;
    walk.erasures.end(findings);
    const { computed } = signatures;
    if (walk.tree.size !== manifest.entries || walk.tree.root().toString('base64') !== manifest.root) {
      findings.add('root', 0, 'The entries are not as many, or not those, that the manifest names.');
    }
    // 3. The keys in the pack are those that the entries give.
    const keys = walk.keys.map(({ place, stream, key }) => `${place} ${stream} ${key}\n`).join('');
    if (!container.read('keys.txt', MOST_TEXT_FILE).equals(Buffer.from(keys, 'utf8'))) {
      findings.add('keys', 0, 'keys.txt does not list the keys that the entries give.');
    }
    // 4. The checkpoints say what the ledger was, signed by keys that are known.
    const recorded = walk.keys.filter(({ stream }) => stream.startsWith('workstation-')).map(({ key }) => noteKey(key));
    const trusted = demanded.length > 0 ? demanded : recorded;
    let before = 0;
    for (const checkpoint of checkpoints ?? []) {
      const flaw = flawOf(checkpoint, before, walk, trusted, signatures);
      if (flaw !== null) findings.add('checkpoint', checkpoint.size, flaw);
      before = Math.max(before, checkpoint.size);
    }
    if (demanded.length > 0 && checkpoints !== null && checkpoints.length === 0) {
      findings.add('checkpoint', 0, 'The pack holds no checkpoint for the key that was given.');
    }
    // 5. The proofs that come with them hold by themselves.
    if (checkpoints !== null) {
      checkProofs(container.read('proofs.txt', MOST_TEXT_FILE), checkpoints, walk, findings);
    }
    Object.assign(report, {
      signed: walk.signed,
      signatures: computed,
      retold: walk.retold,
      erased: walk.erased,
      checkpoints: checkpoints?.length ?? 0,
      checkpointed: before,
      keys: trusted.map(({ text }) => text),
    });
  } catch (e) {
    if (!(e instanceof Unreadable)) throw e;
    findings.add(e.kind, e.position, e.message);
  } finally {
    container.close();
  }
  findings.list.sort((a, b) => a.position - b.position);
  return { valid: findings.list.length === 0, ...report, findings: findings.list, more: findings.more };
}

// ---------------------------------------------------------------------------------------------
// The command

function tell(path, report) {
  const say = (line) => process.stdout.write(line + '\n');
  const count = (number) => number.toLocaleString('en');
  say(`${path}: ${report.valid ? 'VALID' : 'NOT VALID'}`);
  if (report.origin !== undefined) {
    say(`  Ledger ${report.origin}, ${report.branch}, ${report.currency}${report.practice ? ', for practice' : ''}`);
    say(`  ${count(report.entries)} entries, root ${report.root}`);
  }
  if (report.signed !== undefined) {
    say(`  ${count(report.signed)} entries signed by their makers, ${count(report.signatures)} signatures computed`);
    say(`  ${count(report.retold)} contents retold without their secrets, ${count(report.erased)} erased, as signed entries say`);
    if (report.checkpoints === 0) {
      say('  No checkpoint: nothing outside this file speaks for it.');
    } else {
      say(`  ${count(report.checkpoints)} checkpoints, the last of ${count(report.checkpointed)} entries. Compare their keys:`);
      for (const key of report.keys) say(`    ${key}`);
    }
  }
  for (const { kind, position, what } of report.findings) {
    say(`  ${kind}${position > 0 ? ` at entry ${position}` : ''}: ${what}`);
  }
  if (report.more > 0) say(`  and ${count(report.more)} more`);
}

function main(args) {
  const usage = (sentence) => {
    process.stderr.write(`${sentence}\nUsage: node verify.mjs [--json] [--key KEY]... PACK...\n`);
    return 2;
  };
  const keys = [];
  const paths = [];
  let json = false;
  for (let i = 0; i < args.length; i++) {
    if (args[i] === '--json') {
      json = true;
    } else if (args[i] === '--key') {
      const key = noteKey(args[++i] ?? '');
      if (key === null) return usage('--key: give a key such as counterfoil.example/riverside+1a2b3c4d+AAAA...');
      keys.push(key);
    } else if (args[i].startsWith('--')) {
      return usage(`There is no option ${args[i]}.`);
    } else {
      paths.push(args[i]);
    }
  }
  if (paths.length === 0) return usage('Name the pack to verify.');
  let valid = true;
  for (const path of paths) {
    let report;
    try {
      report = verify(path, keys);
    } catch (e) {
      if (e.code === undefined) throw e;
      process.stderr.write(`${path} cannot be read (${e.code}).\n`);
      return 2;
    }
    valid &&= report.valid;
    if (json) process.stdout.write(JSON.stringify({ path, ...report }) + '\n');
    else tell(path, report);
  }
  return valid ? 0 : 1;
}

// Whoever reads the answer may stop reading.
process.stdout.on('error', () => process.exit());
process.exitCode = main(process.argv.slice(2));
