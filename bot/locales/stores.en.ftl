# What can go wrong with the database, the keys and their directories, for whoever runs the server.
# The same keys are in stores.sv.ftl. Say what to do; { $reason } is the system’s own words.

## The database

store-busy = The database is in use by another program. Try again in a while. ({ $reason })
store-full = The disk is full: nothing more can be saved until there is room. ({ $reason })
store-read-only = The database can’t be written to. See who owns the file and the directory. ({ $reason })
store-cannot-open = The database can’t be opened. Make sure that the directory is there and can be written to. ({ $reason })
store-damaged = The file is no whole database. Put back the latest backup. ({ $reason })
store-disk = The disk answers with errors: it is not certain that the latest was saved. ({ $reason })
store-failed = The database could not do what was asked. ({ $reason })
store-closed = The database is closed.
store-missing = There is no database at { $path }. Run the command on the machine that the bot runs on, with the same settings.
store-cannot-make = The database { $path } can’t be made: { $reason }.
store-unsafe = The database must not be used: { $name } is { $value }, and has to be { $wanted }. Put the data directory on a local disk (not on a network disk).
store-old-sqlite = SQLite { $version } is too old: { $oldest } or later is needed.
store-newer = The database was written by a newer version of aptbot ({ $names }). Install that version, or put back an older backup.
store-older = The database was written by an older version of aptbot. Start the bot once with this version, and it is brought up to date.
store-older-at-work = The database is to be brought up to date for this version, but processes of an older version are running. Stop them all, and then start again.
store-still-read = Deleted answers could not be cleaned out of the database’s log, because another program is reading it. Close that program; the cleaning is done again by itself.

## The directories

lock-taken = The bot is already running with the directory { $directory }. Only one process at a time may use it: stop the other one first. If several processes are to work together, set APTBOT_PROCESSES for all of them.
lock-unusable = The directory { $directory } can’t be locked: { $reason }. Put it on a local disk that the bot’s account may write to.

## The keys

keys-exposed = The key directory { $directory } can be read by others. Run: chmod 700 { $directory }
keys-missing = There are dialogues that have not been counted, but the key directory { $directory } is empty and new. Mount the disk with the keys, or correct APTBOT_KEY_DIR, and start again. If the keys are gone for good, the answers can’t be opened. Then run: touch { $path } and start again: the answers are deleted, and the managers are told.
keys-elsewhere = The key directory { $directory } is not the one in use: the file { $marker } is missing. Is the disk with the keys mounted?
key-unreachable = The key { $path } can’t be reached: { $reason }.
key-exists = The key file { $path } is already there.
key-bad-name = No key can be called { $name }.
secret-unreachable = The file { $path } can’t be reached: { $reason }.
secret-damaged = The file { $path } is damaged, or can be read by others. Remove it and start again: { $file ->
    [kalenderhemlighet] all calendar links are then replaced by new ones.
   *[onskehemlighet] wishes for themes that are there already can then not be taken back.
}
