-- What runs at the end of every transaction touches few rows. A server with LLVM would compile it anew each time, for seconds, since it guesses from
-- the many steps of the checks that they are dear; connections that are not the service's own (bulk loads, repairs by hand) settle as well.
alter function record_settles() set jit = off;
alter function record_settle() set jit = off;
