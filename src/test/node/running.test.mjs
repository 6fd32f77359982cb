// What is tried on the running service, on one for all; the last of these ends it.
import './examples.test.mjs';
import './swagger.test.mjs';
import './exports.test.mjs';
