package dev.foreshock.containers.internal;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;

/**
 * Whether a container lives, and what ends it. An engine says the same (409) of a container that has ended and of one that it does not kill
 * as it is, such as one that is paused: so that is not believed, but looked at.
 *
 * @param client asks the engine
 * @param id names the container
 */
record ContainerLife(DockerClient client, String id) {
    /** Tells whether it lives, paused or not. Of one that is paused engines differ in whether it is running. */
    boolean isAlive() {
        try {
            ContainerState state = client.inspectContainerCmd(id).exec().getState();
            return Boolean.TRUE.equals(state.getRunning()) || Boolean.TRUE.equals(state.getPaused());
        } catch (NotFoundException e) {
            return false;
        }
    }

    /**
     * Kills it (SIGKILL), if it lives. Where the engine does not kill what is paused, it goes on for the moment before that.
     *
     * @throws IOException if it lives on
     */
    void kill() throws IOException {
        try {
            try {
                tryToKill();
            } catch (ConflictException e) {
                killAsItIs();
            }
        } catch (NotFoundException e) {
            // It has ended already.
        } catch (RuntimeException e) {
            throw new IOException("the engine must kill a container, but did not: " + e.getMessage(), e);
        }
    }

    private void tryToKill() {
        client.killContainerCmd(id).withSignal("KILL").exec();
    }

    /** Kills one of which the engine said that it cannot be. */
    private void killAsItIs() throws IOException {
        if (!isAlive()) {
            return;
        }
        try {
            pause(false);
            tryToKill();
        } catch (ConflictException e) {
            if (isAlive()) {
                throw new IOException(
                        "the engine must kill a container, but says " + e.getMessage() + ", and it lives; docker rm -f "
                                + id + " removes it",
                        e);
            }
        }
    }

    /**
     * Pauses it, or has it go on; one that has ended, or is so already, is left as it is.
     *
     * @throws IOException if the engine does not
     */
    void pause(boolean isPaused) throws IOException {
        try {
            if (isPaused) {
                client.pauseContainerCmd(id).exec();
            } else {
                client.unpauseContainerCmd(id).exec();
            }
        } catch (NotFoundException | ConflictException e) {
            // It has ended, or is so already.
        } catch (RuntimeException e) {
            throw new IOException(
                    "the engine must " + (isPaused ? "pause a container" : "have a container go on") + ", but did not: "
                            + e.getMessage(),
                    e);
        }
    }
}
